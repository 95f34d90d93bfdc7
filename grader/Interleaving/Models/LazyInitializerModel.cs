namespace Interleaving.Models;

/// <summary>Without a lock, several operations may make a value and the first one published is everybody's.</summary>
[Models(typeof(LazyInitializer))]
internal static class LazyInitializerModel
{
    public static T EnsureInitialized<T>(ref T? target)
        where T : class =>
        EnsureInitialized(ref target, Activator.CreateInstance<T>);

    public static T EnsureInitialized<T>(ref T? target, Func<T> valueFactory)
        where T : class
    {
        if (VolatileModel.Read(ref target) is { } known)
            return known;
        var made = CallBack.To(valueFactory) ?? throw new InvalidOperationException("ValueFactory returned null.");
        return InterlockedModel.CompareExchange(ref target, made, null) ?? made;
    }

    public static T EnsureInitialized<T>(ref T target, ref bool initialized, ref object? syncLock) =>
        EnsureInitialized(ref target, ref initialized, ref syncLock, Activator.CreateInstance<T>);

    public static T EnsureInitialized<T>(
        ref T target, ref bool initialized, ref object? syncLock, Func<T> valueFactory)
    {
        if (VolatileModel.Read(ref initialized))
            return target;
        var gate = Gate(ref syncLock);
        MonitorModel.Enter(gate);
        try
        {
            if (!VolatileModel.Read(ref initialized))
            {
                target = CallBack.To(valueFactory);
                VolatileModel.Write(ref initialized, true);
            }
        }
        finally
        {
            MonitorModel.Exit(gate);
        }

        return target;
    }

    public static T EnsureInitialized<T>(
        ref T? target, ref object? syncLock, Func<T> valueFactory)
        where T : class
    {
        if (VolatileModel.Read(ref target) is { } known)
            return known;
        var gate = Gate(ref syncLock);
        MonitorModel.Enter(gate);
        try
        {
            if (VolatileModel.Read(ref target) is null)
                VolatileModel.Write(ref target, CallBack.To(valueFactory) ?? throw new InvalidOperationException("ValueFactory returned null."));
        }
        finally
        {
            MonitorModel.Exit(gate);
        }

        return target!;
    }

    private static object Gate(ref object? syncLock)
    {
        if (VolatileModel.Read(ref syncLock) is { } known)
            return known;
        var made = new object();
        return InterlockedModel.CompareExchange(ref syncLock, made, null) ?? made;
    }
}
