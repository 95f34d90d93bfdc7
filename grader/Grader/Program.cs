using System.Collections;
using Grader.Commands;
using Grader.Judging.Sandboxes;
using Grader.Preparing;

if (args is [WorkerLoop.Mode])
    return await WorkerLoop.RunAsync();

var inWorkflow = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";
await using var log = new LogWriter(Console.Out);
await using var errors = new LogWriter(Console.Error);
var terminal = new Terminal(
    inWorkflow ? log : Console.Out, inWorkflow ? errors : Console.Error, Interactive: !Console.IsOutputRedirected, Directory.GetCurrentDirectory())
{
    Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? ""),
};
return await new CommandLine(terminal, new SandboxedJudges(TimeProvider.System)).RunAsync(args);
