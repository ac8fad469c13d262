#!/usr/bin/python3
"""Writes what PyTorch's CPU generator draws, seed by seed: [{"seed", "draws": [{"kind", "count", "values"}]}].

Needs Debian's python3-torch. Usage: generate_random.py OUT_FILE [FIRST_SEED]
Each seed draws several kinds in a row, so that what one leaves behind (a spare normal) is seen by the next.
"""
import json, pathlib, sys
import torch

SIZES = [1, 5, 15, 16, 17, 31, 32, 100]  # around 16, where normals change their way; nine digits fix a float32
first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
SEEDS = [first + s for s in (0, 1, 2, 7, 42, 1234, 2**31 - 1, 2**32 - 1, 2**32 + 42, 2**40 + 7)] + [-1, -5]

KINDS = {
    "uniform": lambda n: torch.rand(n),
    "bounded": lambda n: torch.empty(n).uniform_(-0.57735026, 0.57735026),
    "normal": lambda n: torch.randn(n),
    "integer": lambda n: torch.randint(0, 1000003, (n,)),
    "permutation": lambda n: torch.randperm(n),
}


def draws(seed):
    torch.manual_seed(seed)
    for i, n in enumerate(SIZES):
        for kind in list(KINDS)[i % 5:] + list(KINDS)[:i % 5]:
            yield {"kind": kind, "count": n, "values": [float(f"{v:.9g}") for v in KINDS[kind](n).tolist()]}


body = [{"seed": seed, "draws": list(draws(seed))} for seed in SEEDS]
pathlib.Path(sys.argv[1]).write_text(json.dumps(body) + "\n")
