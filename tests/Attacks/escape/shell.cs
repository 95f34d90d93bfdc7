// Starts a shell.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: processes
internal static class Attack
{
    public static void Run()
    {
        Type.GetType("System.Diagnostics.Process, System.Diagnostics.Process")!.GetMethod("Start", [typeof(string), typeof(string)])!
            .Invoke(null, ["/bin/sh", "-c true"]);
        throw new InvalidOperationException("stolen: a shell ran");
    }
}
