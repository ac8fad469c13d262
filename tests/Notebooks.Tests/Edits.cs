namespace Notebooks.Tests;

/// <summary>Edits as students make them in class: other seeds, sizes and sentences, and slips.</summary>
internal static class Edits
{
    public static IReadOnlyDictionary<string, Edit[]> ByLesson { get; } = new Dictionary<string, Edit[]>
    {
        ["01"] =
        [
            new("first-bags", "\"the movie was not good\"", "\"\""),
            new("same-bags", "good not bad", "good"),
            new("means", "\"the film was good not bad\", \"the film was bad not good\"", "\"good\", \"bad\"", Until: "states"),
            new("means", "\"the film was good not bad\"", "\"\"", "sentence 0 is \"\", expected one word or more"),
            new("means", "vocabulary.Count, 4", "vocabulary.Count, 0", "expected at least 1"),
            new("means", "vocabulary.Count, 4", "vocabulary.Count, 8", "expected (batch, length, 4)", Until: "states"),
            new("states", "hiddenSize: 4", "hiddenSize: 256"),
            new("states", "hiddenSize: 4", "hiddenSize: 1"),
            new("reviews", "TorchRandom(0)", "TorchRandom(-1)", Until: "train-both"),
            new("twins", "myCount = null", "myCount = -5"),
            new("train-both", "TorchRandom(42)", "TorchRandom(7)"),
            new("train-both", "hiddenSize: 16", "hiddenSize: 1"),
            new("train-both", "width: 8", "width: -8", "expected at least 1"),
            new("try", "the plot was funny not dull", "the plot was marvellous", "marvellous"),
            new("try", "the plot was funny not dull", "funny"),
        ],
        ["02"] =
        [
            new("cell", "TorchRandom(42)", "TorchRandom(1)", Until: "heatmap"),
            new("cell", "hiddenSize: 3", "hiddenSize: 1", Until: "heatmap"),
            new("cell", "hiddenSize: 3", "hiddenSize: 256", Until: "heatmap"),
            new("cell", "\"the\", \"movie\", \"was\", \"great\"", "\"great\"", Until: "steps"),
            new("steps", "Zeros(1, cell.HiddenSize)", "Zeros(3)", "is the 1 axis missing?"),
            new("step-by-hand", "Vector<double>? myState = null", "var myState = (wIh * xMovie + wHh * hThe).PointwiseTanh()"),
            new("step-by-hand", "Vector<double>? myState = null", "var myState = wHh * xMovie", "dimensions"),
            new("change-one-word", "the plot was", "the actors were"),
            new("change-one-word", "the plot was great and", "the plot was", "words"),
            new("change-one-word", "hiddenSize: 8", "hiddenSize: 1"),
            new("lengths", "1, 4, 40, 400", "0", "0"),
            new("layer", "2, 10, 64)", "1, 1, 64)", Until: "run-layer"),
            new("layer", "2, 10, 64)", "2, 10, 63)", "expected (batch, length, 64)", Until: "run-layer"),
            new("layer", "hiddenSize: 128", "hiddenSize: 0", "expected at least 1"),
            new("parameters", "myCount = null", "myCount = 64 * 128"),
        ],
        ["03"] =
        [
            new("reviews", "simply brilliant\"", "simply great\""),
            new("vanishing", "100, 0.5", "0, 0.5", "greater than or equal to '1'"),
            new("exploding", "1.5, 2.0", "1.5, -2.0", "-2"),
            new("probe", "1, 100, 8", "1, 1, 8", Until: "real-cells"),
            new("probe", "hiddenSize: 32", "hiddenSize: 16", "32", Until: "real-cells"),
            new("slider", "0.4f,", "0,", "radius is 0, expected a finite number above 0"),
            new("recall-examples", "length: 20", "length: 1"),
            new("recall-examples", "length: 20", "length: 0", "expected at least 1"),
            new("explode", "clipNorm: 1)", "clipNorm: 0)", "clipNorm"),
            new("recall-by-delay", "4, 9, 14, 19, 29", "1"),
            new("recall-training", "0.005f", "-1", "learningRate", Until: "recall-by-delay"),
        ],
        ["04"] =
        [
            new("cell", "TorchRandom(42)", "TorchRandom(0)", Until: "gate-maps"),
            new("cell", "brilliant although it is far too long", "brilliant", Until: "cell"),
            new("by-hand-given", "(zero, zero)", "zero", "CS1503"),
            new("run-layer", "inputSize: 64", "inputSize: 63", "expected (batch, length, 63)"),
            new("powers", "0, 1, 2, 3, 5", "-10, 100"),
            new("flow", "hiddenSize: 32", "hiddenSize: 1", Until: "flow-numbers"),
            new("flow", "1, 100, 8", "1, 1, 8", Until: "flow"),
            new("latch", "null", "[1, 2]"),
            new("my-cell", "inputs + hidden", "inputs", Until: "check-cell"),
        ],
        ["05"] =
        [
            new("cell", "hiddenSize: 3", "hiddenSize: 256", Until: "by-hand-given"),
            new("cell", "brilliant although it is far too long", "brilliant", Until: "cell"),
            new("run-layer", "2, 10, 64", "10, 64", "expected (batch, length, 64)"),
            new("three-layers", "new Gru(64, 128", "new Gru(64, 1"),
            new("three-layers", "new Lstm(64, 128", "new Lstm(32, 128", "expected (batch, length, 32)"),
            new("be-the-gate", "= null", "= [1, 0]", Until: "be-the-gate"),
            new("be-the-gate", "= null", "= []", Until: "be-the-gate"),
            new("training-loop", "length: 30", "length: 5", Until: "recall-default"),
            new("recall-default", "Gru(8, 24, rng)", "Gru(8, 1, rng)"),
            new("recall-default", "Gru(8, 24, rng)", "Gru(16, 24, rng)", "expected (batch, length, 16)"),
        ],
        ["06"] =
        [
            new("encoder", "1, 3, 64", "1, 1, 64"),
            new("encoder", "hiddenSize: 128", "hiddenSize: 127", "127", Until: "decoder"),
            new("task", "maxWords: 7", "maxWords: 4", "maxWords"),
            new("numbers", "le chat regarde la fleur", "le chat mange", "mange"),
            new("two-sentences", "\"the dog never sees the bee\"", "\"\"", "expected one word or more"),
            new("my-sentence", "the cat never sees the white bee", "cat"),
            new("my-sentence", "the cat never sees the white bee", ""),
            new("my-sentence", "the cat never sees the white bee", "the cat sees my house"),
        ],
        ["07"] =
        [
            new("lecture-table", "5, 20, 50, 200", "1, 1000"),
            new("words", "minLength: 3", "minLength: 11", "maxLength is 10, expected at least 11"),
            new("words", "TorchRandom(42)", "TorchRandom(3)"),
            new("states-of-words", "\"cab\"", "\"cab!\"", "!"),
            new("states-of-words", "\"cab\"", "\"\"", "expected one word or more"),
            new("states-of-words", "\"cab\"", "\"a\""),
        ],
        ["08"] =
        [
            new("score", "{ 2, 0 }, { 0, 2 } }", "{ 2, 0, 1 }, { 0, 2, 1 } }", "2"),
            new("look", "the white flower never sees the small black cat", "cat"),
            new("look", "the white flower never sees the small black cat", "", "expected one word or more"),
            new("look", "the white flower never sees the small black cat", "the white flower never eats", "eats"),
            new("shapes", "Tensor.Zeros(4, 9, 64)", "Tensor.Zeros(5, 9, 64)", "5"),
            new("longer-sentences", "maxWords: 20", "maxWords: 40", "maxWords is 40, expected"),
        ],
        ["09"] =
        [
            new("words", "the film was good not bad", "good"),
            new("words", "width: 8, rng", "width: 7, rng", "7", Until: "attend"),
        ],
        ["10"] =
        [
            new("kinds", "wrong: 0.1f)", "wrong: 2)", "wrong"),
            new("kinds", "TorchRandom(0)", "TorchRandom(9)"),
            new("make", "words, 16, 32, rng)", "words, 16, 0, rng)", "hiddenSize is 0, expected at least 1", Until: "count"),
            new("parameters", "mySideBySide = null", "mySideBySide = 1"),
        ],
    };
}
