using System.Runtime.CompilerServices;

namespace Differential;

/// <summary>One program. A public static method with a <see cref="Log"/> is one, too; a table of them returns cases.</summary>
/// <param name="Name">What tells it from the others of its table.</param>
/// <param name="Body">The program.</param>
public sealed record Case(string Name, Func<Log, Task> Body)
{
    /// <summary>An expression whose result, or whose exception, is compared.</summary>
    public static Case Act<T>(Func<T> act, [CallerArgumentExpression(nameof(act))] string name = "") => new(Short(name), log =>
    {
        log.Try(act, name);
        return Task.CompletedTask;
    });

    public static Case Act(Action act, [CallerArgumentExpression(nameof(act))] string name = "") => new(Short(name), log =>
    {
        log.Try(act, name);
        return Task.CompletedTask;
    });

    /// <summary>The same, awaited.</summary>
    public static Case Awaited(Func<Task> act, [CallerArgumentExpression(nameof(act))] string name = "") =>
        new("await " + Short(name), log => log.Await(act, name));

    public static Case Awaited<T>(Func<Task<T>> act, [CallerArgumentExpression(nameof(act))] string name = "") =>
        new("await " + Short(name), log => log.Await(act, name));

    public static Case Awaited(Func<ValueTask> act, [CallerArgumentExpression(nameof(act))] string name = "") =>
        new("await " + Short(name), log => log.Await(act, name));

    public static Case Awaited<T>(Func<ValueTask<T>> act, [CallerArgumentExpression(nameof(act))] string name = "") =>
        new("await " + Short(name), log => log.Await(act, name));

    private static string Short(string expression) => expression.Replace("() => ", "", StringComparison.Ordinal);
}
