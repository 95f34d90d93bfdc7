using Interleaving.Models;
using Interleaving.Weaving;

namespace Interleaving.Tests.Weaving;

/// <summary>What is modelled stands in one place, the models; pages and lists follow it.</summary>
public sealed class ModelListTests
{
    private const string Begin = "<!-- All types with a model, drawn from the models; APPROVE=1 draws it anew. -->\n", End = "<!-- End of the list. -->";

    [Test]
    public void The_list_in_the_README_is_current() => Approval.Part("grader/Interleaving/README.md", Begin, End, List());

    [Test]
    public void No_other_list_names_a_modelled_type() =>
        KnownApis.Types.Where(name => RedirectTable.Instance.Find(name) is not null).ShouldBeEmpty();

    [TestCase(typeof(Task))]
    [TestCase(typeof(Task<>))]
    public void Each_way_to_continue_a_task_has_a_model(Type type)
    {
        var model = RedirectTable.Instance.Find(Signatures.Name(type))!;
        foreach (var method in type.GetMethods().Where(method => method.Name == nameof(Task.ContinueWith) && method.DeclaringType == type))
        {
            var parameters = method.GetParameters().Select(parameter => Signatures.Of(parameter.ParameterType, typeArity: 0)).Prepend(model.Self);
            model.Members.Keys.ShouldContain(Signatures.Of(method.Name, method.GetGenericArguments().Length, parameters), method.ToString());
        }
    }

    private static string List() => string.Concat(
        from type in RedirectTable.Instance.Types
        group Name(type) by type.Namespace into names
        orderby names.Key
        select $"- `{names.Key}`: {string.Join(", ", names.Distinct().Select(name => $"`{name}`"))}\n");

    private static string Name(Type type)
    {
        var name = type.Name.Split('`')[0];
        var arity = type.GetGenericArguments().Length - (type.DeclaringType?.GetGenericArguments().Length ?? 0);
        if (arity > 0)
            name += $"<{string.Join(", ", type.GetGenericArguments().TakeLast(arity).Select(parameter => parameter.Name))}>";
        return type.DeclaringType is { } outer ? $"{Name(outer)}.{name}" : name;
    }
}
