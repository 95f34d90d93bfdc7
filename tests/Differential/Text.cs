using System.Collections;

namespace Differential;

/// <summary>Values as text that is the same in each run: no numbers that the process counts, no addresses.</summary>
internal static class Text
{
    public static string Of(object? value, CancellationToken known) => value switch
    {
        null => "null",
        string text => text,
        Exception e => OfException(e, known),
        Task task => OfTask(task, known),
        CancellationToken token => OfToken(token, known),
        Enum or bool or int or long or uint or ulong or short or byte or double or decimal or char or TimeSpan => $"{value}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(item => Of(item, known)))}]",
        _ when value.GetType().Name.Contains("Tuple", StringComparison.Ordinal) => $"{value}",
        _ => $"a {value.GetType().Name}",
    };

    private static string OfException(Exception e, CancellationToken known)
    {
        var text = $"{e.GetType().Name} '{e.Message}'";
        if (e is ArgumentException { ParamName: var name })
            text += $", parameter {name ?? "none"}";
        if (e is ArgumentOutOfRangeException { ActualValue: { } actual })
            text += $", actual {actual}";
        if (e is ObjectDisposedException disposed)
            text += $", object {disposed.ObjectName}";
        if (e is OperationCanceledException cancelled)
            text += $", {OfToken(cancelled.CancellationToken, known)}";
        if (e is TaskCanceledException { Task: var task })
            text += task is null ? ", no task" : $", task {task.Status}";
        if (e is AggregateException all)
            return $"{text} of [{string.Join("; ", all.InnerExceptions.Select(one => OfException(one, known)))}]";
        return e.InnerException is { } inner ? $"{text} over {OfException(inner, known)}" : text;
    }

    private static string OfTask(Task task, CancellationToken known)
    {
        var text = $"task {task.Status}";
        if (task.Exception is { } failure)
            return $"{text} {OfException(failure, known)}";
        if (task.GetType().GetProperty("Result") is { } result && task.IsCompletedSuccessfully && result.PropertyType.IsPublic)
            return $"{text} {Of(result.GetValue(task), known)}";
        if (!task.IsCanceled)
            return text;
        try
        {
            task.GetAwaiter().GetResult();
            return text;
        }
        catch (OperationCanceledException e)
        {
            return $"{text} {OfException(e, known)}";
        }
    }

    private static string OfToken(CancellationToken token, CancellationToken known) =>
        token == default ? "no token" : token == known ? "the token" : $"another token, cancelled {token.IsCancellationRequested}";
}
