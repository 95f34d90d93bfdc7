namespace ConcurrencyKatas;

/// <summary>What a call threw, at once or through its task; null when it threw nothing.</summary>
internal static class Caught
{
    public static async Task<Exception?> ByAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
