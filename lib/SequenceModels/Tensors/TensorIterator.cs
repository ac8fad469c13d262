namespace SequenceModels;

/// <summary>How several views of one shape are walked over together: in as few rows as their strides allow, each as long as possible
/// (PyTorch's TensorIterator, which coalesces axes likewise). Rows that lie evenly make a sheet.</summary>
internal readonly struct TensorIterator
{
    private readonly View[] _views;
    private readonly int[] _lengths; // of axes, outermost first, none of length 1
    private readonly int[] _strides; // of each axis, one for each view
    private readonly int _rank;

    public TensorIterator(params View[] views)
    {
        var shape = views[0].Shape;
        (_views, _lengths, _strides) = (views, new int[shape.Rank], new int[shape.Rank * views.Length]);
        for (var axis = 0; axis < shape.Rank; axis++)
        {
            if (shape[axis] == 1)
            {
                continue;
            }

            var goesOn = _rank > 0 && GoesOn(_rank - 1, axis, shape[axis]);
            _rank += goesOn ? 0 : 1;
            _lengths[_rank - 1] = shape[axis] * (goesOn ? _lengths[_rank - 1] : 1);
            for (var view = 0; view < views.Length; view++)
            {
                _strides[(_rank - 1) * views.Length + view] = views[view].Strides[axis];
            }
        }
    }

    public int Columns => Length(_rank - 1);

    public int Rows => Length(_rank - 2);

    public int Sheets
    {
        get
        {
            var sheets = 1;
            for (var axis = 0; axis < _rank - 2; axis++)
            {
                sheets *= _lengths[axis];
            }

            return sheets;
        }
    }

    /// <summary>From a column of a view to the next.</summary>
    public int ColumnStep(int view) => Stride(_rank - 1, view);

    /// <summary>From a row of a view to the next.</summary>
    public int RowStep(int view) => Stride(_rank - 2, view);

    /// <summary>Whether rows of a view, or columns of its only row, are the same numbers as others.</summary>
    public bool Overlaps(int view)
    {
        for (var axis = 0; axis < Math.Max(_rank - 1, Math.Min(_rank, 1)); axis++)
        {
            if (Stride(axis, view) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a row of a sheet of a view begins.</summary>
    public int Start(int sheet, int row, int view)
    {
        var start = _views[view].Offset + row * RowStep(view);
        for (var axis = _rank - 3; axis >= 0; axis--)
        {
            start += sheet % _lengths[axis] * Stride(axis, view);
            sheet /= _lengths[axis];
        }

        return start;
    }

    private int Length(int axis) => axis >= 0 ? _lengths[axis] : 1;

    private int Stride(int axis, int view) => axis >= 0 ? _strides[axis * _views.Length + view] : 0;

    // In every view, what an outer axis steps over is just what an inner one walks through.
    private bool GoesOn(int outer, int inner, int length)
    {
        for (var view = 0; view < _views.Length; view++)
        {
            if (Stride(outer, view) != _views[view].Strides[inner] * length)
            {
                return false;
            }
        }

        return true;
    }
}
