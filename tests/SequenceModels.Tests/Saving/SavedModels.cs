using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Saving;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Saving;

public sealed class SavedModels : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("model.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_saved_model_gives_the_same_answers_once_loaded_into_another()
    {
        var (trained, fresh) = (Classifier(seed: 1), Classifier(seed: 2));
        var tokens = Tensor.FromArray([3, 1, 4, 1, 5], 1, 5);

        trained.Save(Path);
        fresh.Load(Path);

        Assert.Equal(trained.Forward(tokens).ToArray(), fresh.Forward(tokens).ToArray());
    }

    [Fact]
    public void Another_model_s_file_is_refused_by_its_name_and_changes_nothing()
    {
        new Linear(3, 2, new TorchRandom(1)).Save(Path);
        var other = new Linear(4, 2, new TorchRandom(2));
        var before = other.Bias!.ToArray();

        Refused.With<ArgumentException>(
            $"The values in {Path} do not fit Linear; wrong shape: weight is (2, 3), expected (2, 4).",
            () => other.Load(Path));
        Assert.Equal(before, other.Bias.ToArray());
    }

    [Fact]
    public void A_file_that_was_cut_off_changes_nothing()
    {
        var linear = new Linear(3, 2, new TorchRandom(1));
        linear.Save(Path);
        File.WriteAllBytes(Path, File.ReadAllBytes(Path)[..^1]);
        var other = new Linear(3, 2, new TorchRandom(2));
        var before = other.Bias!.ToArray();

        var error = Assert.Throws<SafetensorsFormatException>(() => other.Load(Path));

        Assert.Equal(Path, error.File);
        Assert.Equal(
            $"{Path} is not a sound safetensors file: "
            + "\"weight\" with bytes 8 to 32 of the data needs more than the 31 there are: was the file cut off?",
            error.Message);
        Assert.Equal(before, other.Bias.ToArray());
    }

    [Fact]
    public void Saving_replaces_the_old_file_and_leaves_nothing_else()
    {
        File.WriteAllText(Path, "old");

        new Linear(3, 2, new TorchRandom(1)).Save(Path);

        Assert.Equal(["bias", "weight"], Safetensors.Read(Path).Keys);
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Saving_that_fails_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(Path, "old");
        var taken = Directory.CreateDirectory(_folder.File("folder")).FullName;

        Assert.Throws<ArgumentException>(() =>
            Safetensors.Write(Path, new Dictionary<string, Tensor> { ["__metadata__"] = Tensor.Ones(1) }));
        Assert.ThrowsAny<SystemException>(() => new Linear(3, 2, new TorchRandom(1)).Save(taken));

        Assert.Equal("old", File.ReadAllText(Path));
        Assert.Equal([taken, Path], Directory.GetFileSystemEntries(_folder.Path).Order(StringComparer.Ordinal));
    }

    private static TextClassifier Classifier(long seed) =>
        TextClassifier.Recurrent(words: 9, width: 4, hiddenSize: 8, classes: 2, new TorchRandom(seed));
}
