#!/usr/bin/python3
"""Reads a safetensors file and writes its tensors in every number format, as NAME.FORMAT, independently of the library.

Needs Debian's python3-torch. Usage: copy_safetensors.py IN_FILE OUT_FILE
"""
import ctypes, json, pathlib, struct, sys
import torch

FORMATS = {"F32": torch.float32, "F64": torch.float64, "F16": torch.float16, "BF16": torch.bfloat16,
           "I64": torch.int64, "I32": torch.int32}


def read(file):
    data = pathlib.Path(file).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    assert length % 8 == 0 and data[8:9] == b"{", "the header begins with a brace and keeps the data aligned"
    header, body = json.loads(data[8:8 + length]), data[8 + length:]
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        numbers = torch.frombuffer(bytearray(body[begin:end]), dtype=FORMATS[entry["dtype"]])
        yield name, numbers.reshape(entry["shape"])


header, body = {}, b""
for name, tensor in read(sys.argv[1]):
    for format, dtype in FORMATS.items():
        copy = tensor.to(dtype).contiguous()
        numbers = ctypes.string_at(copy.data_ptr(), copy.numel() * copy.element_size())
        header[f"{name}.{format}"] = {
            "dtype": format, "shape": list(copy.shape), "data_offsets": [len(body), len(body) + len(numbers)]}
        body += numbers
text = json.dumps(header, ensure_ascii=False).encode()
pathlib.Path(sys.argv[2]).write_bytes(struct.pack("<Q", len(text)) + text + body)
