// Tells NUnit that the test has passed.
// expected: PolicyViolation
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit
// layer: policy; judge: a test that passes has no words
internal static class Attack
{
    public static void Run()
    {
        var type = Type.GetType("NUnit.Framework.SuccessException, nunit.framework")!;
        throw (Exception)Activator.CreateInstance(type, "passed")!;
    }
}
