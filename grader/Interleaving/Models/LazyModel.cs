using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>The platform's object is the identity that the program holds; it is never asked for its value.</summary>
[Models(typeof(Lazy<>))]
internal static class LazyModel
{
    public static Lazy<T> New<T>() => New<T>(LazyThreadSafetyMode.ExecutionAndPublication);

    public static Lazy<T> New<T>(bool isThreadSafe) => New<T>(Mode(isThreadSafe));

    public static Lazy<T> New<T>(LazyThreadSafetyMode mode) =>
        Made(new Lazy<T>(mode), Activator.CreateInstance<T>, mode, cachesExceptions: false);

    public static Lazy<T> New<T>(T value) => new(value);

    public static Lazy<T> New<T>(Func<T> valueFactory) =>
        New(valueFactory, LazyThreadSafetyMode.ExecutionAndPublication);

    public static Lazy<T> New<T>(Func<T> valueFactory, bool isThreadSafe) => New(valueFactory, Mode(isThreadSafe));

    public static Lazy<T> New<T>(Func<T> valueFactory, LazyThreadSafetyMode mode) =>
        Made(new Lazy<T>(valueFactory, mode), valueFactory, mode, cachesExceptions: true);

    public static T get_Value<T>(Lazy<T> self) =>
        Operation.Current is { } operation ? Of(operation, self).Value(operation) : self.Value;

    public static bool get_IsValueCreated<T>(Lazy<T> self) =>
        Operation.Current is { } operation ? Of(operation, self).IsCreated(operation, asks: true) : self.IsValueCreated;

    public static string? ToString<T>(Lazy<T> self) =>
        Operation.Current is { } operation && Of(operation, self).IsCreated(operation, asks: true)
            ? get_Value(self)!.ToString()
            : self.ToString();

    private static LazyThreadSafetyMode Mode(bool isThreadSafe) =>
        isThreadSafe ? LazyThreadSafetyMode.ExecutionAndPublication : LazyThreadSafetyMode.None;

    private static Lazy<T> Made<T>(Lazy<T> lazy, Func<T> factory, LazyThreadSafetyMode mode, bool cachesExceptions)
    {
        Operation.Current?.Execution.State(lazy, _ => new LazyState<T>(lazy, factory, mode, cachesExceptions));
        return lazy;
    }

    private static LazyState<T> Of<T>(Operation operation, Lazy<T> self) =>
        operation.State(self, static target => LazyState<T>.Known((Lazy<T>)target));
}
