namespace SequenceModels.Layers;

/// <summary>What a recurrent network carries from step to step.</summary>
/// <param name="H">The hidden state, (layers, batch, hidden).</param>
/// <param name="C">The cell state of an LSTM, (layers, batch, hidden); none for the others.</param>
public sealed record RecurrentState(Tensor H, Tensor? C = null);
