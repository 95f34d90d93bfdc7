namespace Interleaving.Models;

/// <summary>How the ExecutionContext, and AsyncLocal values with it, comes along to where a delegate runs.</summary>
internal static class Flow
{
    private static readonly ExecutionContext Clean = Empty();

    /// <summary>The caller's context as it is now; an empty one while the flow is suppressed.</summary>
    public static ExecutionContext Here() => ExecutionContext.Capture() ?? Clean;

    /// <summary>Runs in the caller's context as it is now, as the platform does unless the flow is suppressed.</summary>
    public static Action Along(Action body) => In(Here(), body);

    /// <summary>Runs in an empty context: what the Unsafe variants do.</summary>
    public static Action Without(Action body) => In(Clean, body);

    // Also keeps what the body changes from staying behind on a pooled thread.
    private static Action In(ExecutionContext context, Action body) =>
        () => ExecutionContext.Run(context, static body => ((Action)body!)(), body);

    private static ExecutionContext Empty()
    {
        ExecutionContext? empty = null;
        var thread = new Thread(() => empty = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return empty!;
    }
}
