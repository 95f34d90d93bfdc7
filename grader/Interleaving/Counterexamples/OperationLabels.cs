using System.Reflection;
using Interleaving.Naming;

namespace Interleaving.Counterexamples;

/// <summary>Names invocations as a reader would: the method and its arguments.</summary>
internal static class OperationLabels
{
    private const int LongestArguments = 40;

    private const int LongestLine = 72;

    /// <summary>The first paragraph of a message, on one line.</summary>
    public static string OneLine(string message)
    {
        var paragraph = message.ReplaceLineEndings("\n").TrimStart().Split("\n\n")[0];
        var text = string.Join(' ', paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > LongestLine ? text[..LongestLine].TrimEnd() + "…" : text;
    }

    /// <summary>
    /// "Deposit(50)" from a method's name and arguments; null when the compiler made the method up. What an alias stands for
    /// (it has spaces, unlike a name) is not to be seen, and neither are its arguments.
    /// </summary>
    public static string? Of(string method, IEnumerable<object?> arguments, ValueFormatter values)
    {
        method = method[(method.LastIndexOf('.') + 1)..];
        method = CompilerNames.LocalFunction(method) ?? method;
        if (method.Length == 0 || method.Contains('<', StringComparison.Ordinal))
            return null;
        if (method.Contains(' ', StringComparison.Ordinal))
            return method;
        var text = string.Join(", ", arguments.Where(argument => argument is not CancellationToken).Select(values.Value));
        return method + "(" + (text.Length > LongestArguments ? text[..LongestArguments] + "…" : text) + ")";
    }

    /// <summary>The same from an async method's state machine, whose fields hold the arguments under the parameters' names.</summary>
    public static string? Of(object stateMachine, ValueFormatter values)
    {
        var type = stateMachine.GetType();
        if (!CompilerNames.IsMadeUp(type.Name) || CompilerNames.Written(type.Name) is not { } method)
            return null;
        var arguments = type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Where(field => !CompilerNames.IsMadeUp(field.Name))
            .OrderBy(field => field.MetadataToken)
            .Select(field => field.GetValue(stateMachine));
        return Of(method, arguments, values);
    }
}
