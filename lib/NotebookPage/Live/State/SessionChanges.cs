using NotebookSession;

namespace NotebookPage.Live.State;

/// <summary>What becomes of the session.</summary>
internal static class SessionChanges
{
    /// <summary>With a session that is being started, in place of the one before.</summary>
    public static NotebookState Start(this NotebookState now, SessionSlot slot) => now.Forget() with { Slot = slot, Problem = null };

    /// <summary>With the session changed, if it is still the notebook's.</summary>
    public static NotebookState In(this NotebookState now, SessionSlot slot, Func<SessionSlot, SessionSlot> change) =>
        slot.IsSame(now.Slot) ? now with { Slot = change(now.Slot!) } : now;

    /// <summary>Without the session, which has ended by itself.</summary>
    public static NotebookState Bury(this NotebookState now, SessionSlot slot, CellError error) =>
        slot.IsSame(now.Slot) ? now.Emptied().Forget() with { Problem = error.Message } : now;

    /// <summary>Without a session: none knows any cell.</summary>
    public static NotebookState Forget(this NotebookState now) => now with
    {
        Slot = null,
        Activity = now.Activity.SetItems(now.Activity.Where(entry => entry.Value.HasRun)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value with { HasRun = false }))),
    };

    /// <summary>The session as the page shows it.</summary>
    public static SessionState SessionNow(this NotebookState now) => now.Slot switch
    {
        null => new SessionState(SessionStatus.Dead, now.Problem),
        { IsReady: false } => new SessionState(SessionStatus.Starting),
        _ => new SessionState(now.IsPumping ? SessionStatus.Busy : SessionStatus.Idle),
    };
}
