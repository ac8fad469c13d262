using System.Collections.Immutable;
using NotebookPage.Live;
using NotebookPage.Live.Editing;
using NotebookPage.Live.State;
using NotebookSession;

namespace Course.Tests.Live;

/// <summary>The transitions alone: no thread, no file, no process.</summary>
public sealed class StatesOfANotebook
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly NotebookState _start = Of("var x = 1;", "x");

    [Fact]
    public void A_transition_leaves_the_state_before_as_it_was()
    {
        var edited = _start.Edit("delete cell", text => text.Delete(["a"]));

        Assert.Equal(["a", "b"], Ids(_start));
        Assert.Equal(["b"], Ids(edited));
        Assert.Equal((false, true), (_start.Saving.IsDirty, edited.Saving.IsDirty));
        Assert.Equal((null, "delete cell"), (_start.History.Undoable, edited.History.Undoable));
    }

    [Fact]
    public void Undo_and_redo_lead_back_and_forth()
    {
        var edited = _start.Edit("move cell", text => text.Move("a", 1));

        Assert.Equal(_start.Text, edited.Undo().Text);
        Assert.Equal(edited.Text, edited.Undo().Redo().Text);
        Assert.Same(_start, _start.Undo());
        Assert.Same(edited, edited.Redo());
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_no_step() => Assert.Same(_start, _start.Edit("move cell", text => text.Move("a", -1)));

    [Fact]
    public void A_cell_waits_once_for_each_text_that_it_was_asked_to_run_with()
    {
        var twice = _start.Enqueue("a").Enqueue("a");
        var other = twice.Edit("typing", text => text.Change("a", cell => cell with { Source = "2" })).Enqueue("a");

        Assert.Equal(["var x = 1;"], twice.Queue.Select(cell => cell.Source));
        Assert.Equal(["var x = 1;", "2"], other.Queue.Select(cell => cell.Source));
        Assert.True(other.IsPumping);
    }

    [Fact]
    public void A_cell_begins_only_in_the_session_that_is_there()
    {
        var (old, now) = (new SessionSlot(new ScriptedSession()), new SessionSlot(new ScriptedSession()));
        var queued = _start.Start(now).Enqueue("a").Enqueue("b");

        Assert.Same(queued, queued.Begin(old, _noon));
        var begun = queued.Begin(now, _noon);
        Assert.Equal(("a", 1), (begun.Running!.Id, begun.Running.Number));
        Assert.Equal(CellStatus.Running, begun.ActivityOf("a").Status);
        Assert.Equal(["b"], begun.Queue.Select(cell => cell.Id));
    }

    [Fact]
    public void A_failed_cell_empties_the_queue_and_a_restart_forgets_what_has_run()
    {
        var slot = new SessionSlot(new ScriptedSession());
        var begun = _start.Start(slot).Enqueue("a").Enqueue("b").Begin(slot, _noon);
        var run = new PastRun(1, "a", "var x = 1;", new HashSet<string> { "x" });

        var failed = begun.End(
            slot, begun.Running!, new CellResult.Failed(new CellError("System.Exception", "no", [])), run, _noon.AddSeconds(2));
        Assert.Equal((CellStatus.Failed, CellStatus.Idle), (failed.ActivityOf("a").Status, failed.ActivityOf("b").Status));
        Assert.Equal(TimeSpan.FromSeconds(2), failed.ActivityOf("a").Duration);
        Assert.Empty(failed.Queue);
        Assert.Equal([run], failed.Slot!.Past);
        Assert.False(failed.Start(new SessionSlot(new ScriptedSession())).ActivityOf("a").HasRun);
    }

    private static IEnumerable<string> Ids(NotebookState state) => state.Text.Cells.Select(cell => cell.Id);

    private static NotebookState Of(params string[] sources) => new(
        new NotebookText([.. sources.Select((source, i) => CellText.New(CellType.Code, source) with { Id = $"{(char)('a' + i)}" })]),
        ImmutableDictionary<string, CellActivity>.Empty,
        new EditHistory(TimeProvider.System, TimeSpan.FromSeconds(1)));
}
