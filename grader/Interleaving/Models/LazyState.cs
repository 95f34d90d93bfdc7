using System.Runtime.ExceptionServices;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>The value of one Lazy in one execution.</summary>
internal sealed class LazyState<T>(object target, Func<T>? factory, LazyThreadSafetyMode mode, bool cachesExceptions) : SyncState
{
    private readonly LockState gate = new(target);
    private Func<T>? factory = factory;
    private ExceptionDispatchInfo? failure;
    private bool created;
    private T? value;

    /// <summary>A Lazy that was made outside of the test, or around a value: asked once, with nothing in between.</summary>
    public static LazyState<T> Known(Lazy<T> lazy) => new(lazy, null, default, false) { created = true, value = Ask(lazy) };

    /// <param name="operation">Who looks.</param>
    /// <param name="asks">Whether it only asks, and does not want the value.</param>
    public bool IsCreated(Operation operation, bool asks = false)
    {
        operation.Arrive(target, StepKind.Read);
        if (asks)
            operation.Execution.LateEnds.Asked(operation, created, this);
        if (created)
            Acquire(operation);
        return created;
    }

    public T Value(Operation operation)
    {
        if (mode == LazyThreadSafetyMode.None)
        {
            // Not made for several threads: a use counts as an access to the whole object, and two may race.
            operation.Arrive(target, created ? StepKind.Read : StepKind.Write);
            operation.Execution.Memory.Access(operation, target, Step.WholeObject, operation.Site, write: !created);
            return created ? value! : Create(operation);
        }

        if (IsCreated(operation))
            return value!;
        return mode == LazyThreadSafetyMode.PublicationOnly ? Publish(operation) : CreateOnce(operation);
    }

    private T CreateOnce(Operation operation)
    {
        gate.Enter(operation, -1);
        try
        {
            return created ? value! : Create(operation);
        }
        finally
        {
            gate.Exit(operation);
        }
    }

    /// <exception cref="InvalidOperationException">The factory asks for the value that it makes.</exception>
    private T Create(Operation operation)
    {
        failure?.Throw();
        var make = factory ?? throw new InvalidOperationException(
            "ValueFactory attempted to access the Value property of this instance.");
        factory = null;
        try
        {
            var made = make();
            if (mode != LazyThreadSafetyMode.None)
                operation.Execution.LateEnds.Before(operation, target);
            Set(operation, made);
            return value!;
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            if (cachesExceptions)
                failure = ExceptionDispatchInfo.Capture(e);
            else
                factory = make;
            throw;
        }
    }

    /// <summary>Several operations may run the factory; the first that is done decides the value.</summary>
    private T Publish(Operation operation)
    {
        var made = CallBack.To(factory!);
        operation.Arrive(target);
        if (created)
            Acquire(operation);
        else
            Set(operation, made);
        return value!;
    }

    private void Set(Operation operation, T made)
    {
        value = made;
        created = true;
        Release(operation);
    }

    private static T Ask(Lazy<T> lazy)
    {
        var operation = Operation.Current!;
        operation.Atomic++;
        try
        {
            return lazy.Value;
        }
        finally
        {
            operation.Atomic--;
        }
    }
}
