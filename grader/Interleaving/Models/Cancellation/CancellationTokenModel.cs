using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Cancellation;

[Models(typeof(CancellationToken), Passes =
[
    ".ctor", "get_None", "get_CanBeCanceled", "Equals", "GetHashCode", "op_Equality", "op_Inequality", "ToString",
])]
internal static class CancellationTokenModel
{
    public static bool get_IsCancellationRequested(ref CancellationToken self) => IsCancellationRequested(self);

    public static void ThrowIfCancellationRequested(ref CancellationToken self)
    {
        if (IsCancellationRequested(self))
            self.ThrowIfCancellationRequested();
    }

    public static WaitHandle get_WaitHandle(ref CancellationToken self)
    {
        if (Operation.Current is not { } operation || SourceOf(ref self) is not { } source)
            return self.WaitHandle;
        return CancellationState.Of(operation, source).Handle(operation);
    }

    public static CancellationTokenRegistration Register(ref CancellationToken self, Action callback) =>
        Register(ref self, callback, useSynchronizationContext: false);

    public static CancellationTokenRegistration Register(
        ref CancellationToken self, Action callback, bool useSynchronizationContext)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Operation.Current is { } operation
            ? Add(operation, self, Flowing(operation, callback, useSynchronizationContext))
            : self.Register(callback, useSynchronizationContext);
    }

    public static CancellationTokenRegistration Register(
        ref CancellationToken self, Action<object?> callback, object? state) =>
        Register(ref self, callback, state, useSynchronizationContext: false);

    public static CancellationTokenRegistration Register(
        ref CancellationToken self, Action<object?> callback, object? state, bool useSynchronizationContext)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Operation.Current is { } operation
            ? Add(operation, self, Flowing(operation, () => callback(state), useSynchronizationContext))
            : self.Register(callback, state, useSynchronizationContext);
    }

    public static CancellationTokenRegistration Register(
        ref CancellationToken self, Action<object?, CancellationToken> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var token = self;
        return Operation.Current is { } operation
            ? Add(operation, self, Flowing(operation, () => callback(state, token), useContext: false))
            : self.Register(callback, state);
    }

    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken self, Action<object?> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Operation.Current is { } operation
            ? Add(operation, self, () => callback(state))
            : self.UnsafeRegister(callback, state);
    }

    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken self, Action<object?, CancellationToken> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var token = self;
        return Operation.Current is { } operation
            ? Add(operation, self, () => callback(state, token))
            : self.UnsafeRegister(callback, state);
    }

    /// <summary>Registers without a flow of context; the engine's own models register so too.</summary>
    internal static CancellationTokenRegistration Add(Operation operation, CancellationToken token, Action callback) =>
        SourceOf(ref token) is { } source
            ? CancellationState.Of(operation, source).Add(operation, token, callback)
            : default;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    internal static extern ref readonly CancellationTokenSource? SourceOf(ref CancellationToken token);

    private static bool IsCancellationRequested(CancellationToken token) =>
        SourceOf(ref token) is { } source && CancellationTokenSourceModel.get_IsCancellationRequested(source);

    private static Action Flowing(Operation operation, Action callback, bool useContext)
    {
        var flowing = Flow.Along(callback);
        if (!useContext || operation.Context is not { } context)
            return flowing;
        return () => context.Send(static callback => ((Action)callback!)(), flowing);
    }
}
