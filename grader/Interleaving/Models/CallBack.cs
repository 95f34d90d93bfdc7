using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// Calls of the program's own code from within a model. What the model does after one is told at the place of its own call, not at the last
/// line of the code that it called. An exception keeps the place at which it was thrown.
/// </summary>
internal static class CallBack
{
    public static TResult To<TResult>(Func<TResult> code) => To(static code => code(), code);

    public static TResult To<T1, T2, TResult>(Func<T1, T2, TResult> code, T1 first, T2 second) =>
        To(static call => call.code(call.first, call.second), (code, first, second));

    public static TResult To<T, TResult>(Func<T, TResult> code, T argument)
    {
        if (Operation.Current is not { } operation)
            return code(argument);
        var site = operation.Site;
        var result = code(argument);
        operation.Site = site;
        return result;
    }
}
