// Sends what it sees to a server.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: network
internal static class Attack
{
    public static void Run()
    {
        using var client = new System.Net.Http.HttpClient();
        throw new InvalidOperationException("stolen: " + client.GetStringAsync("http://127.0.0.1:22").GetAwaiter().GetResult());
    }
}
