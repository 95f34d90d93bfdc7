// Awaits what never goes on.
// expected: Deadlock
// without policy: Deadlock
// layer: explorer
internal static class Attack
{
    public static void Run()
    {
        Wait().GetAwaiter().GetResult();
    }

    private static async Task Wait() => await new Never();

    private sealed class Never : System.Runtime.CompilerServices.INotifyCompletion
    {
        public bool IsCompleted => false;

        public Never GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation)
        {
        }
    }
}
