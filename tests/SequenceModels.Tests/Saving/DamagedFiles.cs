using System.Buffers.Binary;
using CsCheck;
using SequenceModels.Saving;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Saving;

public class DamagedFiles
{
    private static readonly byte[] _sound = Safetensors.Encode(
        new Dictionary<string, Tensor> { ["a"] = Tensor.Arange(6).Reshape(2, 3), ["ключ"] = Tensor.Ones(1) },
        new Dictionary<string, string> { ["task"] = "recall" });

    [Theory]
    [InlineData("{", "the JSON it should be")]
    [InlineData("[]", "the JSON it should be")]
    [InlineData("""{"a":1}""", "in \"a\", it is no object with dtype, shape and data_offsets")]
    [InlineData("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", "in \"a\", dtype is missing")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", "in \"a\", shape is missing")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", "in \"a\", data_offsets is missing")]
    [InlineData("""{"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", "shape is a JSON Number, expected Array")]
    [InlineData("""{"a":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}}""",
        "in \"a\", dtype is C64, expected one of F32, F64, F16, BF16, I64, I32")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "shape holds -2, expected whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}""", "shape holds 2.0, expected whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}""", "expected lengths of at least 1")]
    [InlineData("""{"a":{"dtype":"F32","shape":[65536,65536],"data_offsets":[0,8]}}""", "shape is (65536, 65536), expected")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8]}}""", "numbers at most")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""",
        "in \"a\", data_offsets give it 8 bytes, but (3) numbers of F32 are 12")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "data_offsets are [8, 0], expected where")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", "data_offsets are [0], expected where")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""",
        "\"a\" with bytes 4 to 12 of the data leaves a hole after byte 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "needs more than the 8 there are")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        "its tensors take 4 bytes of data, but 8 are there")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        "\"b\" with bytes 4 to 8 of the data overlaps what ends at byte 8")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        "Duplicate")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "Duplicate")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "the JSON it should be")]
    [InlineData("""{"__metadata__":{"task":1}}""", "the JSON it should be")]
    [InlineData("""{"__metadata__":{"task":null}}""", "in \"__metadata__\", task is null")]
    public void A_header_that_does_not_describe_its_eight_bytes_of_data_is_refused(string header, string problem)
    {
        var error = Assert.Throws<SafetensorsFormatException>(() =>
            Safetensors.Decode(RawFile.Of(header, new byte[8]), "m.safetensors"));

        Assert.StartsWith("m.safetensors is not a sound safetensors file: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_JSON_is_refused() => Refuse(RawFile.Of(new string('[', 100_000)), "the JSON it should be");

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Refuse(RawFile.Of([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'], []), "the JSON it should be");

    [Theory]
    [InlineData(8L, "its first 8 bytes announce a header of 8 bytes, but 2 are there: was it cut off?")]
    [InlineData(100_000_001L, "a header of 100,000,001 bytes, but 100,000,000 is the limit")]
    [InlineData(-1L, "a header of 18,446,744,073,709,551,615 bytes, but 100,000,000 is the limit")]
    public void A_length_that_cannot_be_is_refused(long length, string problem)
    {
        var file = RawFile.Of("{}");
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        Refuse(file, problem);
    }

    [Fact]
    public void Every_part_of_a_file_is_refused()
    {
        Refuse([], "it has 0 bytes, too few to say how long its header is");
        for (var length = 0; length < _sound.Length; length++)
        {
            Refuse(_sound[..length], "");
        }

        Refuse([.. _sound, 0], "its tensors take 28 bytes of data, but 29 are there");
    }

    [Fact]
    public void A_changed_byte_gives_a_sound_file_or_the_one_error()
    {
        Assert.Equal(2, Tensors(_sound));
        for (var at = 0; at < _sound.Length - 28; at++) // the header and its length
        {
            for (var value = 0; value <= 128; value++) // ASCII, and a byte that is not
            {
                byte[] file = [.. _sound];
                file[at] = (byte)value;
                Survive(file);
            }
        }
    }

    [Fact]
    public void Several_changes_at_once_give_a_sound_file_or_the_one_error()
    {
        var telling = Gen.Char["{}[],:\"0\\-e "].Select(character => (byte)character);
        var change = Gen.Select(Gen.Int[0, _sound.Length - 1], Gen.OneOf(Gen.Byte, telling));
        change.Array[1, 6].Sample(changes =>
        {
            byte[] file = [.. _sound];
            foreach (var (at, value) in changes)
            {
                file[at] = value;
            }

            Survive(file);
        }, iter: 20_000);
    }

    private static void Refuse(byte[] file, string problem) =>
        Refused.With<SafetensorsFormatException>(problem, () => { Safetensors.Decode(file, "m.safetensors"); });

    private static void Survive(byte[] file)
    {
        try
        {
            Assert.InRange(Tensors(file), 0, 2);
        }
        catch (SafetensorsFormatException)
        {
            // the one error
        }
    }

    private static int Tensors(byte[] file) => Safetensors.Decode(file, "m.safetensors").Tensors.Count;
}
