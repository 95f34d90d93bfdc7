using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Interleaving.NUnit;

namespace Interleaving.Tests;

/// <summary>What others may build on. A change here is a promise made or broken: read it before you approve it.</summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public;

    [Test]
    public void Is_what_was_approved()
    {
        var text = new StringBuilder();
        foreach (var assembly in (Assembly[])[typeof(Explorer).Assembly, typeof(InterleavedAttribute).Assembly])
        {
            text.Append($"# {assembly.GetName().Name}\n");
            foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                text.Append($"\n{Kind(type)} {type.FullName}\n");
                foreach (var line in Lines(type).Order(StringComparer.Ordinal))
                    text.Append($"    {line}\n");
            }

            text.Append('\n');
        }

        text.ToString().ShouldBeApproved("public-surface.txt");
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsAbstract && type.IsSealed ? "static class" : type.IsSealed ? "sealed class" : "class";

    private static IEnumerable<string> Lines(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        var isRecord = type.GetMethod("<Clone>$") is not null;
        return type.GetMembers(Own).Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Where(member => !isRecord || member.Name is not ("ToString" or "Equals" or "GetHashCode" or "Deconstruct"))
            .Select(Line).OfType<string>();
    }

    private static string? Line(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {{ {string.Join(" ", Accessors(property))} }}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method =>
            $"{Name(method.ReturnType)} {method.Name}{Generics(method)}({(method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")}{Parameters(method)})",
        _ => null,
    };

    private static IEnumerable<string> Accessors(PropertyInfo property)
    {
        if (property.GetMethod is { IsPublic: true })
            yield return "get;";
        if (property.SetMethod is { IsPublic: true } setter)
            yield return setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;";
    }

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = …" : "")}"));

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } inner
        ? Name(inner) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
