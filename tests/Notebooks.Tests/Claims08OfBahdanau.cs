using SequenceModels;
using SequenceModels.Models;
using SequenceModels.Tasks;

namespace Notebooks.Tests;

/// <summary>What lesson 08 says of Bahdanau's decoder beside Luong's, for seeds that it does not use.</summary>
public sealed class Claims08OfBahdanau
{
    private static readonly string[] _nouns = "cat dog horse bird tree flower house mouse bee star".Split(' ');

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Bahdanau_s_network_solves_the_task_as_Luong_s_does_and_its_articles_look_elsewhere(int seed)
    {
        var luong = FrenchTranslator.Additive(seed);
        var (task, test, bahdanau) = (luong.Task, luong.Test, Bahdanau(luong.Task, seed));
        var source = bahdanau.Encoder.Forward(test.Source);
        var its = bahdanau.Decoder.Forward(test.DecoderInput, bahdanau.Decoder.Start(source), source).Weights!;
        var definite = Enumerable.Range(0, 400).Where(i => task.HeldOut[i].Target.Split(' ')[0] is "le" or "la").ToArray();
        double OnNoun(Tensor weights) => definite.Average(i => weights[i, 0, Noun(task.HeldOut[i])].Item());

        Assert.InRange(bahdanau.ExactMatch(test), 0.97f, 1);
        Assert.InRange(OnNoun(its), 0, OnNoun(luong.Forced(test).Weights!) - 0.2);
    }

    private static Seq2Seq Bahdanau(MiniFrench task, int seed)
    {
        var rng = new TorchRandom(seed);
        var model = Seq2Seq.Bahdanau(task.SourceVocabulary.Count, task.TargetVocabulary.Count, 32, 64, rng);
        FrenchTranslator.Train(model, task, rng, steps: 200);
        return model;
    }

    private static int Noun(SentencePair pair) => Array.FindIndex(Vocabulary.Split(pair.Source), _nouns.Contains);
}
