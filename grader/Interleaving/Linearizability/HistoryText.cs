using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Interleaving.Naming;

namespace Interleaving.Linearizability;

/// <summary>The counterexample of a history: one line a call, over time, and what was tried to explain the one that nothing explains.</summary>
internal static class HistoryText
{
    private const int MostAttempts = 4;
    private const int MostInOrder = 8;
    private const int WideColumns = 24;

    public static string Of<TState>(IReadOnlyList<Call<TState>> calls, Unexplained<TState> unexplained)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Not linearizable: no order of these calls explains {Label(unexplained.Call)}.\n\n");
        Draw(text, calls, unexplained.Call);
        text.Append("\nWhat was tried:\n");
        foreach (var attempt in unexplained.Attempts.Take(MostAttempts))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Before(attempt.Order)} the state is {Show(attempt.State)}, where {unexplained.Call.Name} {attempt.Instead}\n");
        }

        if (unexplained.Attempts.Count > MostAttempts)
            text.Append(CultureInfo.InvariantCulture, $"  … and {unexplained.Attempts.Count - MostAttempts} more\n");
        return text.ToString().TrimEnd();
    }

    /// <summary>A value as a programmer writes it, in a collection too.</summary>
    public static string Show(object? value) => value switch
    {
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Show(tuple[i])))})",
        not null when ByValue.IsCollection(value) => $"[{string.Join(", ", ByValue.Items(value).Select(Show))}]",
        _ when !Values.IsOpaque(value) => Values.Show(value),
        _ when value!.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is var type && type != typeof(object) && type != typeof(ValueType) =>
            value.ToString() ?? "",
        _ => Values.Show(value),
    };

    private static string Label<TState>(Call<TState> call) => call switch
    {
        { Returned: null } => $"{call.Name}, which has not returned",
        { IsCancelled: true } => $"{call.Name}, which was cancelled",
        { Exception: { } exception } => $"{call.Name}, which threw {exception.GetType().Name}",
        { Result: Unit } => call.Name,
        _ => $"{call.Name} → {Show(call.Result)}",
    };

    private static string Before<TState>(IReadOnlyList<Call<TState>> order) => order.Count switch
    {
        0 => "At first",
        > MostInOrder => $"After … {string.Join(", ", order.TakeLast(MostInOrder).Select(static call => call.Name))}",
        _ => $"After {string.Join(", ", order.Select(static call => call.Name))}",
    };

    /// <summary>
    /// Calls with no return between them begin in one column, and returns with no call between them end in one: which call came
    /// before which is all that counts.
    /// </summary>
    private static void Draw<TState>(StringBuilder text, IReadOnlyList<Call<TState>> calls, Call<TState> unexplained)
    {
        var end = unexplained.Returned!.Value;
        var shown = calls.Where(call => call.Called < end).ToList();
        var events = shown.SelectMany(call => call.Returned is { } at && at <= end ? new[] { (At: call.Called, Returns: false), (At: at, Returns: true) } : [(call.Called, false)])
            .Order().ToList();
        var columns = new Dictionary<int, int>();
        var column = -1;
        for (var i = 0; i < events.Count; i++)
            columns[events[i].At] = i > 0 && events[i].Returns == events[i - 1].Returns ? column : ++column;
        var width = column < WideColumns ? 2 : 1;
        var margin = shown.Max(call => TextWidth.Of(Label(call)));
        foreach (var call in shown)
        {
            var from = columns[call.Called] * width;
            var to = call.Returned is { } at && columns.TryGetValue(at, out var last) ? last * width : (column + 1) * width;
            text.Append(ReferenceEquals(call, unexplained) ? "✗ " : "  ").Append(TextWidth.Padded(Label(call), margin + 2)).Append(' ', from)
                .Append('├').Append('─', to - from - 1).Append(call.Returned <= end ? '┤' : '─').Append('\n');
        }

        if (calls.Count - shown.Count is > 0 and var later)
            text.Append(CultureInfo.InvariantCulture, $"  … and {later} {(later == 1 ? "call" : "calls")} after that\n");
    }
}
