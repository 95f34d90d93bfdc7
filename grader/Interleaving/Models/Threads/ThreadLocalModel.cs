using System.Reflection;
using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Threads;

/// <summary>A value of each operation: pooled threads are never shared, so each piece of work finds a fresh one.</summary>
[Models(typeof(ThreadLocal<>))]
internal static class ThreadLocalModel
{
    /// <summary>By the object, and not by the execution: one that is static is used by several runs on simulated cores within one test.</summary>
    private static readonly ConditionalWeakTable<object, object> Kept = [];

    public static ThreadLocal<T> New<T>() => Made(new ThreadLocal<T>(), null, all: false);

    public static ThreadLocal<T> New<T>(bool trackAllValues) => Made(new ThreadLocal<T>(trackAllValues), null, trackAllValues);

    public static ThreadLocal<T> New<T>(Func<T> valueFactory) => Made(new ThreadLocal<T>(valueFactory), valueFactory, all: false);

    public static ThreadLocal<T> New<T>(Func<T> valueFactory, bool trackAllValues) =>
        Made(new ThreadLocal<T>(valueFactory, trackAllValues), valueFactory, trackAllValues);

    public static T? get_Value<T>(ThreadLocal<T> self) =>
        Operation.Current is { } operation ? Of(operation, self).Get(operation) : self.Value;

    public static void set_Value<T>(ThreadLocal<T> self, T value)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Set(operation, value);
        else
            self.Value = value;
    }

    public static bool get_IsValueCreated<T>(ThreadLocal<T> self) =>
        Operation.Current is { } operation ? Of(operation, self).Has(operation) : self.IsValueCreated;

    public static IList<T> get_Values<T>(ThreadLocal<T> self)
    {
        if (Operation.Current is not { } operation)
            return self.Values;
        operation.Arrive(self, StepKind.Read);
        return Of(operation, self).All(operation);
    }

    public static void Dispose<T>(ThreadLocal<T> self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Dispose(operation);
        if (Operation.Current is null || self.GetType() != typeof(ThreadLocal<T>))
            self.Dispose();
    }

    private static ThreadLocal<T> Made<T>(ThreadLocal<T> made, Func<T>? factory, bool all)
    {
        if (Operation.Current is { } operation)
            Kept.Add(made, new Values<T>(made, factory, all, operation.Execution.Outermost));
        return made;
    }

    private static Values<T> Of<T>(Operation operation, ThreadLocal<T> self)
    {
        if (!Kept.TryGetValue(self, out var kept) && Derived.Is(self))
            Kept.Add(self, kept = Inherited(operation, self));
        return kept is Values<T> values && ReferenceEquals(values.Made, operation.Execution.Outermost)
            ? values
            : throw operation.MadeOutside("a ThreadLocal");
    }

    /// <summary>One of a derived class, which calls the platform's constructor: what it was given is in the object.</summary>
    private static Values<T> Inherited<T>(Operation operation, ThreadLocal<T> self)
    {
        var tracksAll = (bool)Field("_trackAllValues")!;
        return new Values<T>(self, (Func<T>?)Field("_valueFactory"), tracksAll, operation.Execution.Outermost);

        object? Field(string name) => typeof(ThreadLocal<T>).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(self);
    }

    private sealed class Values<T>(ThreadLocal<T> target, Func<T>? factory, bool tracksAll, Execution made)
    {
        private readonly Dictionary<Operation, T?> values = [];
        private bool disposed;

        /// <summary>The outermost execution in which it was made.</summary>
        public Execution Made { get; } = made;

        public bool Has(Operation operation)
        {
            Check();
            return values.ContainsKey(operation);
        }

        /// <exception cref="InvalidOperationException">The factory asks for the value that it makes.</exception>
        public T? Get(Operation operation)
        {
            Check();
            if (values.TryGetValue(operation, out var known))
                return known;
            var made = factory is null ? default : factory();
            if (factory is not null && values.ContainsKey(operation))
                throw new InvalidOperationException("ValueFactory attempted to access the Value property of this instance.");
            Set(operation, made);
            return made;
        }

        public void Set(Operation operation, T? value)
        {
            // Others may ask for the values of all in between.
            if (tracksAll)
                operation.Arrive(target, StepKind.Write);
            Check();
            values[operation] = value;
            Written(operation).Release(operation);
        }

        /// <exception cref="InvalidOperationException">The values of all threads were not asked for at construction.</exception>
        public IList<T> All(Operation operation)
        {
            if (!tracksAll)
                throw new InvalidOperationException(
                    "The ThreadLocal object is not tracking values. To use the Values property, use a ThreadLocal constructor that accepts the trackAllValues parameter and set the parameter to true.");
            Check();
            Written(operation).Acquire(operation);
            return [.. values.Values!];
        }

        public void Dispose(Operation operation)
        {
            operation.Arrive(target);
            disposed = true;
            values.Clear();
        }

        /// <summary>What one execution did is over before the next one begins: each has clocks of its own.</summary>
        private SyncState Written(Operation operation) => operation.Execution.State(this, static _ => new SyncState());

        private void Check() => ObjectDisposedException.ThrowIf(disposed, target);
    }
}
