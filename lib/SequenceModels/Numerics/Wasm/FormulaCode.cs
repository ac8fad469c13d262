namespace SequenceModels.Numerics.Wasm;

/// <summary>
/// A recorded formula → a function that walks over the columns of each row, four by four and then one by one.
/// Its arguments: the address of the formula, the number of columns, floats from one gate's columns to the next's, the number of rows.
/// </summary>
/// <param name="recording">The formula.</param>
/// <param name="pointers">Which words of it are pointers.</param>
/// <param name="steps">Which of those go on from row to row, and which words say by how much.</param>
/// <param name="strict">Whether this machine has no instruction that multiplies and adds, rounding once.</param>
internal sealed class FormulaCode(
    Recording recording, IReadOnlyList<int> pointers, IReadOnlyList<(int Pointer, int Step)> steps, bool strict)
{
    private const int ASixteenth = 64; // bytes of sixteen floats: the partial sums of a reduction

    private readonly WasmBody _body = new(1);
    private readonly Dictionary<int, int> _locals = []; // of instructions' results
    private readonly Dictionary<int, int> _rows = [];
    private readonly Dictionary<int, int> _gates = [];
    private readonly List<int> _registers = []; // locals for results, used again where a result is no longer needed
    private int _at, _left;

    /// <summary>The module's bytes.</summary>
    public byte[] Module()
    {
        var (formula, columns, apart, rows) = (_body.Integer(), _body.Integer(), _body.Integer(), _body.Integer());
        (_at, _left) = (_body.Integer(), _body.Integer());
        _body.Get(0).LoadWord(0).Set(formula).Get(0).LoadWord(4).Set(columns).Get(0).LoadWord(8).Constant(2).ShiftLeft().Set(apart);
        _body.Get(0).LoadWord(12).Set(rows);
        foreach (var word in pointers)
        {
            _body.Get(formula).LoadWord(4 * word).Set(_rows[word] = _body.Integer());
        }

        _gates[1] = apart;
        foreach (var gate in Enumerable.Range(2, 2))
        {
            _body.Get(_gates[gate - 1]).Get(apart).Plus().Set(_gates[gate] = _body.Integer());
        }

        foreach (var (node, instruction) in recording.Instructions.Index().Where(each => IsConstant(each.Item)))
        {
            Constant(instruction, formula).Set(_locals[node] = _body.Vector());
        }

        _body.While(rows, 1, () =>
        {
            _body.Constant(0).Set(_at).Get(columns).Set(_left);
            Walk(4);
            Walk(1);
            foreach (var (pointer, step) in steps)
            {
                _body.Advance(_rows[pointer], () => _body.Get(formula).LoadWord(4 * step).Constant(2).ShiftLeft());
            }

            _body.Get(rows).Constant(1).Minus().Set(rows);
        });
        return WasmModule.Of(_body, strict);
    }

    // So many columns at a time, as long as there are so many.
    private void Walk(int width) => _body.While(_left, width, () =>
    {
        var (all, free) = (recording.Instructions, new Stack<int>(_registers));
        var lastUses = LastUses(all);
        foreach (var (node, instruction) in all.Index().Where(each => !IsConstant(each.Item)))
        {
            Write(instruction, width);
            foreach (var over in lastUses[node])
            {
                free.Push(_locals[over]);
            }

            if (instruction.Code != Opcode.Store)
            {
                _body.Set(_locals[node] = free.TryPop(out var register) ? register : NewRegister());
            }
        }

        _body.Advance(_at, () => _body.Constant(4 * width)).Get(_left).Constant(width).Minus().Set(_left);
    });

    private int NewRegister()
    {
        _registers.Add(_body.Vector());
        return _registers[^1];
    }

    private static bool IsConstant(Instruction instruction) => instruction.Code is Opcode.Constant or Opcode.Splat;

    private WasmBody Constant(Instruction instruction, int formula) => instruction.Code == Opcode.Constant
        ? _body.Vector((uint)instruction.Place)
        : _body.Get(formula).LoadFloat(4 * (int)instruction.Place).Simd(Opcode.Splat);

    // The results that an instruction takes as the last one.
    private static ILookup<int, int> LastUses(IReadOnlyList<Instruction> all) => all.Index()
        .SelectMany(each => each.Item.Operands.Select(operand => (Operand: operand, each.Index)))
        .Where(use => !IsConstant(all[use.Operand]))
        .GroupBy(use => use.Operand, use => use.Index)
        .ToLookup(uses => uses.Max(), uses => uses.Key);

    private void Write(Instruction instruction, int width)
    {
        switch (instruction.Code)
        {
            case Opcode.Load:
                _body.Load(width == 1 ? Opcode.LoadOne : Opcode.Load, Address(instruction.Place));
                break;
            case Opcode.Spread:
                var place = Recording.PlaceOf(instruction.Place);
                _body.Get(_rows[place.Word]).Load(Opcode.Spread, place.Bytes);
                break;
            case Opcode.Store:
                var offset = Address(instruction.Place);
                _body.Get(_locals[instruction.Operands[0]]);
                _ = width == 1 ? _body.StoreOne(offset) : _body.Store(offset);
                break;
            default:
                foreach (var operand in instruction.Operands)
                {
                    _body.Get(_locals[operand]);
                }

                Compute(instruction);
                break;
        }
    }

    private void Compute(Instruction instruction)
    {
        if (instruction.Code is Opcode.ShiftLeft or Opcode.ShiftRight)
        {
            _body.Constant((int)instruction.Place).Simd(instruction.Code);
        }
        else if (instruction.Code == Opcode.FusedMultiplyAdd)
        {
            WasmModule.FusedMultiplyAdd(_body, strict);
        }
        else
        {
            _body.Simd(instruction.Code);
        }
    }

    // The address is on the stack then; the result is to be added to it.
    private int Address(long recorded)
    {
        var place = Recording.PlaceOf(recorded);
        _body.Get(_rows[place.Word]).Get(_at);
        if (!place.FromStart)
        {
            _body.Constant(ASixteenth - 1).And();
        }

        _body.Plus();
        if (place.Gate > 0)
        {
            _body.Get(_gates[place.Gate]).Plus();
        }

        return place.Bytes;
    }
}
