namespace ConcurrencyKatas.ColdCoroutine.Suite;

/// <summary>Those who await a coroutine.</summary>
internal static class Guests
{
    /// <summary>Awaits where it is called.</summary>
    public static async Task<object?> SitDownAsync(this Coroutine<object?> coroutine) => await coroutine;

    /// <summary>Awaits after a while.</summary>
    public static async Task<object?> SitDownAsync(this Coroutine<object?> coroutine, TimeSpan after)
    {
        await Task.Delay(after);
        return await coroutine;
    }

    /// <summary>Awaits on a thread of its own, at once with all others there.</summary>
    public static Task<object?> ArriveAsync(this Coroutine<object?> coroutine) => Task.Run(() => coroutine.SitDownAsync());

    /// <summary>The exception that the await gave, null when it gave none.</summary>
    public static Task<Exception?> FailureAsync(this Coroutine<object?> coroutine) => Caught.ByAsync(coroutine.SitDownAsync);
}
