// Reads the variables of its parent.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: Landlock or namespaces
internal static class Attack
{
    public static void Run()
    {
        // In a namespace of its own, process 1 has the judge's own settings, and they are no secret.
        var text = System.IO.File.ReadAllText($"/proc/{1}/environ");
        throw new InvalidOperationException(text.Contains("DOTNET_GCHeapHardLimit") ? "only its own" : "stolen: " + text);
    }
}
