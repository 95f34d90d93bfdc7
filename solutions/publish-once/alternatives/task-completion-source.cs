// Alternative: whoever puts their promise into the field first makes it; the others wait for the promise and, if it failed, start again.
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private Task<T>? _made;

    public T Value
    {
        get
        {
            while (true)
            {
                var made = Volatile.Read(ref _made);
                if (made is { IsCompletedSuccessfully: true })
                    return made.Result;
                if (made is null)
                {
                    var promise = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
                    if (Interlocked.CompareExchange(ref _made, promise.Task, null) is null)
                        return Make(promise);
                }
                else
                {
                    Task.WhenAny(made).Wait();
                }
            }
        }
    }

    private T Make(TaskCompletionSource<T> promise)
    {
        try
        {
            var value = create();
            promise.SetResult(value);
            return value;
        }
        catch
        {
            Volatile.Write(ref _made, null);
            promise.SetCanceled();
            throw;
        }
    }
}
