using System.Runtime.CompilerServices;

namespace Differential;

/// <summary>What came out of a program, line by line: the same natively and under control.</summary>
public sealed class Log
{
    private readonly List<string> lines = [];

    /// <summary>The token that exceptions are compared with.</summary>
    public CancellationToken Token { get; set; }

    public void Add(object? value)
    {
        var line = Of(value).Replace('\n', ' ');
        lock (lines)
            lines.Add(line);
    }

    public void Is(object? value, [CallerArgumentExpression(nameof(value))] string name = "") => Add($"{name} is {Of(value)}");

    public void Try(Action act, [CallerArgumentExpression(nameof(act))] string name = "")
    {
        try
        {
            act();
            Add($"{name}: done");
        }
        catch (Exception e)
        {
            Add($"{name}: {Of(e)}");
        }
    }

    public T? Try<T>(Func<T> act, [CallerArgumentExpression(nameof(act))] string name = "")
    {
        try
        {
            var result = act();
            Add($"{name}: {Of(result)}");
            return result;
        }
        catch (Exception e)
        {
            Add($"{name}: {Of(e)}");
            return default;
        }
    }

    public async Task Await(Func<Task> act, [CallerArgumentExpression(nameof(act))] string name = "")
    {
        try
        {
            await act();
            Add($"await {name}: done");
        }
        catch (Exception e)
        {
            Add($"await {name}: {Of(e)}");
        }
    }

    public async Task<T?> Await<T>(Func<Task<T>> act, [CallerArgumentExpression(nameof(act))] string name = "")
    {
        try
        {
            var result = await act();
            Add($"await {name}: {Of(result)}");
            return result;
        }
        catch (Exception e)
        {
            Add($"await {name}: {Of(e)}");
            return default;
        }
    }

    public async Task Await(Func<ValueTask> act, [CallerArgumentExpression(nameof(act))] string name = "")
    {
        try
        {
            await act();
            Add($"await {name}: done");
        }
        catch (Exception e)
        {
            Add($"await {name}: {Of(e)}");
        }
    }

    public async Task<T?> Await<T>(Func<ValueTask<T>> act, [CallerArgumentExpression(nameof(act))] string name = "")
    {
        try
        {
            var result = await act();
            Add($"await {name}: {Of(result)}");
            return result;
        }
        catch (Exception e)
        {
            Add($"await {name}: {Of(e)}");
            return default;
        }
    }

    public override string ToString() => string.Join('\n', lines);

    private string Of(object? value) => Text.Of(value, Token);
}
