using Field;

var folder = args[0];
var seeds = int.Parse(Option("--seeds") ?? "1", System.Globalization.CultureInfo.InvariantCulture);
var only = Option("--only") ?? "";
var root = Directory.GetCurrentDirectory();
var checks = new Checks();

await new Reports(root, checks).RunAsync([.. CaseFile.In(Path.Combine(folder, "reports"), only)], seeds);
await new Submissions(root, checks).AnswersAsync([.. CaseFile.In(Path.Combine(folder, "answers"), only)]);
await new Submissions(root, checks).AttacksAsync([.. CaseFile.In(Path.Combine(folder, "attacks"), only)]);
return checks.Failed == 0 ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is var at and > 0 ? args[at + 1] : null;
