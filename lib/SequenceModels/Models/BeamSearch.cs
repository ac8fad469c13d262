using SequenceModels.Tasks;

namespace SequenceModels.Models;

/// <summary>Follows the best beginnings of a translation side by side.
/// <code>
///   beam_t = the best of { b : b in beam_{t-1}, ended } ∪ { b + word : b in beam_{t-1}, open; all words }
/// </code>
/// A beginning that has ended keeps its place for as long as nothing better comes.
/// </summary>
internal static class BeamSearch
{
    public static IReadOnlyList<Translation> Run(
        SequenceDecoder decoder, EncodedSource source, int width, int maxLength, bool perWord)
    {
        var (beam, state) = ((Translation[])[new Translation([], Ended: false)], decoder.Start(source));
        for (var t = 0; t < maxLength && !Array.TrueForAll(beam, beginning => beginning.Ended); t++)
        {
            var open = Array.FindAll(beam, beginning => !beginning.Ended);
            var words = Array.ConvertAll(open, LastWord);
            var next = NextWord.Of(decoder, source.Repeat(open.Length))(words, state);
            Candidate[] best =
            [
                .. beam.Where(beginning => beginning.Ended).Select(ended => new Candidate(ended, Score(ended, perWord)))
                    .Concat(open.SelectMany((beginning, row) => Continued(beginning, row, next, perWord)))
                    .OrderByDescending(candidate => candidate.Score).Take(width),
            ];
            beam = Array.ConvertAll(best, candidate => candidate.Written(next));
            var rows = best.Zip(beam).Where(pair => !pair.Second.Ended).Select(pair => pair.First.Row).ToArray();
            state = rows.Length > 0 ? next.StateOf(rows) : state;
        }

        return beam;
    }

    private static int LastWord(Translation beginning) =>
        beginning.Steps.Count > 0 ? beginning.Steps[^1].Token : Vocabulary.BeginOfSentence;

    private static float Score(Translation ended, bool perWord) =>
        perWord ? ended.MeanLogProbability : ended.LogProbability;

    private static IEnumerable<Candidate> Continued(Translation beginning, int row, NextWord next, bool perWord)
    {
        var (before, count) = (beginning.LogProbability, perWord ? beginning.Steps.Count + 1 : 1);
        return next.LogProbabilities[row].ToArray().Select(
            (logProbability, word) => new Candidate(beginning, (before + logProbability) / count, row, word));
    }

    /// <summary>A beginning that has ended, or an open one (a row of the step) and the word after it.</summary>
    private sealed record Candidate(Translation Beginning, float Score, int Row = -1, int Word = -1)
    {
        public Translation Written(NextWord next) => Row < 0 ? Beginning : new Translation(
            [.. Beginning.Steps, next.Choose(Row, Word)], Ended: Word == Vocabulary.EndOfSentence);
    }
}
