using System.Text;
using CsCheck;
using SequenceModels.Saving;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Saving;

public class FileFormat
{
    [Fact]
    public void A_file_is_length_header_and_numbers()
    {
        const string Header =
            """{"__metadata__":{"task":"recall"},"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"b":"""
            + """{"dtype":"F32","shape":[],"data_offsets":[8,12]}}""";
        byte[] data = [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0x3F]; // 1, −2, ½
        var tensors = new Dictionary<string, Tensor>
        {
            ["b"] = Tensor.FromArray([0.5f]).Reshape(),
            ["a"] = Tensor.FromArray([1f, -2], 2, 1),
        };

        var file = Safetensors.Encode(tensors, new Dictionary<string, string> { ["task"] = "recall" });
        var (read, metadata) = Safetensors.Decode(RawFile.Of(Header, data), "by hand");

        var padded = Header.PadRight((Header.Length + 7) / 8 * 8);
        Assert.Equal(RawFile.Of(padded, data), file);
        Assert.Equal(new Shape(2, 1), read["a"].Shape);
        Assert.Equal([1f, -2], read["a"].ToArray());
        Assert.Equal(0.5f, read["b"].Item());
        Assert.Equal("recall", metadata["task"]);
    }

    [Theory]
    [InlineData("F64", 1.1f, 0x9A, 0x99, 0x99, 0x99, 0x99, 0x99, 0xF1, 0x3F)]
    [InlineData("F16", -1.5f, 0x00, 0xBE)]
    [InlineData("BF16", -1.5f, 0xC0, 0xBF)]
    [InlineData("I64", -2f, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)]
    [InlineData("I32", 258f, 2, 1, 0, 0)]
    public void Other_numbers_become_float32(string dtype, float expected, params int[] bytes)
    {
        var header = $$$"""{"x":{"dtype":"{{{dtype}}}","shape":[1],"data_offsets":[0,{{{bytes.Length}}}]}}""";

        var (tensors, _) = Safetensors.Decode(RawFile.Of(header, Array.ConvertAll(bytes, b => (byte)b)), "by hand");

        Assert.Equal([expected], tensors["x"].ToArray());
    }

    [Fact]
    public void What_is_written_is_read_bit_for_bit()
    {
        var shape = Gen.Int[1, 4].Array[0, 3];
        var tensor = shape.SelectMany(lengths =>
            Gen.Int.Array[lengths.Aggregate(1, (product, length) => product * length)].Select(bits =>
                Tensor.FromArray(Array.ConvertAll(bits, BitConverter.Int32BitsToSingle)).Reshape(lengths)));
        var name = Gen.String.Where(text => text != "__metadata__" && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text);

        Gen.Dictionary(name, tensor)[0, 5].Sample(tensors =>
        {
            var (read, _) = Safetensors.Decode(Safetensors.Encode(tensors), "a file");
            Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), read.Keys);
            foreach (var key in tensors.Keys)
            {
                Assert.Equal(tensors[key].Shape, read[key].Shape);
                Assert.Equal(Bits(tensors[key]), Bits(read[key]));
            }
        }, iter: 300);
    }

    [Fact]
    public void Signs_of_zero_and_what_a_NaN_carries_survive()
    {
        uint[] bits = [0x80000000, 0x7FC12345, 0xFFC00001, 0x7F800000, 0x7F800001, 1];
        var x = Tensor.FromArray(Array.ConvertAll(bits, BitConverter.UInt32BitsToSingle));

        var (read, _) = Safetensors.Decode(Safetensors.Encode(new Dictionary<string, Tensor> { ["x"] = x }), "a file");

        Assert.Equal(bits, Bits(read["x"]));
    }

    [Fact]
    public void PyTorch_reads_our_files_and_we_read_its()
    {
        Python.Require();
        using var folder = new TemporaryFolder();
        var (ours, theirs) = (folder.File("ours.safetensors"), folder.File("theirs.safetensors"));
        var x = Tensor.Randn(new TorchRandom(1), 3, 5);
        Safetensors.Write(ours, new Dictionary<string, Tensor> { ["x"] = x, ["état"] = Tensor.Arange(4) });

        Python.Script("copy_safetensors.py", ours, theirs);

        var read = Safetensors.Read(theirs);
        Assert.Equal(x.ToArray(), read["x.F32"].ToArray());
        Assert.Equal(x.ToArray(), read["x.F64"].ToArray());
        Assert.True(read["x.F16"].AllClose(x, relative: 1e-3f, absolute: 1e-6f));
        Assert.True(read["x.BF16"].AllClose(x, relative: 1e-2f));
        Assert.Equal([0f, 1, 2, 3], read["état.I64"].ToArray());
        Assert.Equal(new Shape(3, 5), read["x.I32"].Shape);
    }

    private static uint[] Bits(Tensor x) => Array.ConvertAll(x.ToArray(), BitConverter.SingleToUInt32Bits);
}
