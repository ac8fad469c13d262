#:package TorchSharp@0.107.0
#:property ManagePackageVersionsCentrally=false
#:property NoWarn=NU1603
#:property PublishAot=false

// What a user would pick instead, TorchSharp: the training steps of Benchmarks' "peers", timed in the same way.
//     dotnet run tests/Benchmarks/LibTorch/Peers.cs [THREADS…]
// LIBTORCH names another libLibTorchSharp.so, for systems whose C++ runtime is older than the package's.
using System.Diagnostics;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

if (Environment.GetEnvironmentVariable("LIBTORCH") is { } library)
{
    NativeLibrary.Load(library);
}

foreach (var threads in args.Length > 0 ? args.Select(int.Parse) : [1, 2])
{
    set_num_threads(threads);
    foreach (var (batch, length, inputs, hidden) in new[]
        { (1, 12, 4, 3), (16, 20, 16, 32), (32, 20, 32, 64), (32, 50, 64, 128), (64, 50, 64, 256) })
    {
        var (network, linear) = (LSTM(inputs, hidden, batchFirst: true), Linear(hidden, 10));
        var (x, y) = (randn(batch, length, inputs), randint(10, batch));
        Print(
            $"lstm-step batch={batch} length={length} inputs={inputs} hidden={hidden}", threads, hidden <= 64 ? 100 : 20,
            [network, linear], null, () => F.cross_entropy(linear.forward(network.forward(x).Item2.squeeze(0)), y));
    }

    const int Batch = 64, Source = 16, Target = 17, Embed = 32, Hidden = 64, SourceWords = 32, TargetWords = 44;
    var (source, target) = (randint(1, SourceWords, [Batch, Source]), randint(1, TargetWords, [Batch, Target + 1]));
    {
        var (sourceEmbedding, targetEmbedding) = (Embedding(SourceWords, Embed), Embedding(TargetWords, Embed));
        var (encoder, decoder) = (LSTM(Embed, Hidden, batchFirst: true), LSTM(Embed, Hidden, batchFirst: true));
        var (query, key, v) = (Linear(Hidden, Hidden, false), Linear(Hidden, Hidden, false), Linear(Hidden, 1, false));
        var projection = Linear(2 * Hidden, TargetWords);
        Print(
            $"attention-step batch={Batch} source={Source} target={Target} embed={Embed} hidden={Hidden}", threads, 20,
            [sourceEmbedding, targetEmbedding, encoder, decoder, query, key, v, projection], 1, () =>
            {
                var (states, h, c) = encoder.forward(sourceEmbedding.forward(source));
                var (outputs, _, _) = decoder.forward(targetEmbedding.forward(target[.., ..Target]), (h, c));
                var score = v.forward(tanh(query.forward(outputs).unsqueeze(2) + key.forward(states).unsqueeze(1))).squeeze(-1);
                var logits = projection.forward(cat([outputs, F.softmax(score, -1).matmul(states)], -1));
                return F.cross_entropy(logits.reshape(-1, TargetWords), target[.., 1..].reshape(-1));
            });
    }

    {
        var (sourceEmbedding, targetEmbedding) = (Embedding(SourceWords, Embed), Embedding(TargetWords, Embed));
        var (encoder, decoder) = (GRU(Embed, Hidden, batchFirst: true, bidirectional: true), GRUCell(Embed + 2 * Hidden, Hidden));
        var (query, key, v) = (Linear(Hidden, Hidden, false), Linear(2 * Hidden, Hidden, false), Linear(Hidden, 1, false));
        var (start, projection) = (Linear(Hidden, Hidden), Linear(3 * Hidden + Embed, TargetWords));
        Print(
            $"bahdanau-step batch={Batch} source={Source} target={Target} embed={Embed} hidden={Hidden}", threads, 20,
            [sourceEmbedding, targetEmbedding, encoder, decoder, query, key, v, start, projection], 1, () =>
            {
                var (states, h) = encoder.forward(sourceEmbedding.forward(source));
                var (keys, state, vectors) = (key.forward(states), tanh(start.forward(h[1])), targetEmbedding.forward(target));
                var known = new List<Tensor>();
                for (var t = 0; t < Target; t++)
                {
                    var word = vectors[.., t];
                    var score = v.forward(tanh(query.forward(state).unsqueeze(1) + keys)).squeeze(-1);
                    var context = F.softmax(score, -1).unsqueeze(1).matmul(states).squeeze(1);
                    state = decoder.forward(cat([word, context], -1), state);
                    known.Add(cat([state, context, word], -1));
                }

                var logits = projection.forward(stack(known, 1));
                return F.cross_entropy(logits.reshape(-1, TargetWords), target[.., 1..].reshape(-1));
            });
    }

    foreach (var (length, width, steps) in new[] { (32, 64, 50), (64, 128, 20) })
    {
        const int Sequences = 16, Words = 90, Heads = 4;
        var (embedding, positions, inputs) = (Embedding(Words, width), randn(length, width), Linear(width, 3 * width));
        var (looked, inner, outer) = (Linear(width, width), Linear(width, 4 * width), Linear(4 * width, width));
        var (norm1, norm2, norm3, linear) = (LayerNorm(width), LayerNorm(width), LayerNorm(width), Linear(width, Words));
        var (tokens, next) = (randint(Words, [Sequences, length]), randint(Words, [Sequences * length]));
        Print(
            $"transformer-step batch={Sequences} length={length} words={Words} width={width} heads={Heads}", threads, steps,
            [embedding, inputs, looked, inner, outer, norm1, norm2, norm3, linear], 1, () =>
            {
                var x = embedding.forward(tokens) + positions;
                var qkv = inputs.forward(norm1.forward(x)).reshape(Sequences, length, 3, Heads, width / Heads).permute(2, 0, 3, 1, 4);
                var seen = F.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], is_casual: true);
                x = x + looked.forward(seen.transpose(1, 2).reshape(Sequences, length, width));
                x = x + outer.forward(F.relu(inner.forward(norm2.forward(x))));
                return F.cross_entropy(linear.forward(norm3.forward(x)).reshape(-1, Words), next);
            });
    }

    {
        const int Texts = 256, Length = 500, Words = 10_000, Units = 100;
        var (embedding, network, linear) = (Embedding(Words, Embed), LSTM(Embed, Units, batchFirst: true), Linear(Units, 2));
        var (x, y) = (randint(Words, [Texts, Length]), randint(2, Texts));
        Print(
            $"text-step batch={Texts} length={Length} words={Words} embed={Embed} hidden={Units}", threads, 1, [embedding, network, linear],
            null, () => F.cross_entropy(linear.forward(network.forward(embedding.forward(x)).Item2.squeeze(0)), y));
    }
}

static void Print(string name, int threads, int steps, Module[] modules, double? clip, Func<Tensor> loss)
{
    Parameter[] parameters = [.. modules.SelectMany(module => module.parameters())];
    var adam = optim.Adam(parameters);
    var best = double.PositiveInfinity;
    for (var round = 0; round < 5; round++) // the first warms up
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            adam.zero_grad();
            loss().backward();
            if (clip is { } norm)
            {
                nn.utils.clip_grad_norm_(parameters, norm);
            }

            adam.step();
        }

        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds / steps);
    }

    Console.WriteLine(FormattableString.Invariant($"{name} threads={threads} ms={best:0.000}"));
}
