namespace SequenceModels.Layers;

/// <summary>What a recurrent network carries from step to step.</summary>
/// <param name="H">The hidden state, (layers, batch, hidden); of a bidirectional network (2 · layers, batch, hidden), of
/// each layer the forward direction first.</param>
/// <param name="C">The cell state of an LSTM, of the same shape; none for the others.</param>
public sealed record RecurrentState(Tensor H, Tensor? C = null);
