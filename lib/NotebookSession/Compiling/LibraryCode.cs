using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Compiling;

/// <summary>Code that a script may not have, by its syntax: a namespace, or extension methods in a class.</summary>
internal static class LibraryCode
{
    /// <summary>Whether a text has it anywhere.</summary>
    public static bool IsIn(CompilationUnitSyntax root) => root.DescendantNodes().Any(node =>
        node is BaseNamespaceDeclarationSyntax or ExtensionBlockDeclarationSyntax
        || (node is ParameterSyntax { Parent.Parent.Parent: TypeDeclarationSyntax } parameter && parameter.Modifiers.Any(SyntaxKind.ThisKeyword)));

    /// <summary>Whether a cell has it, and nothing else than declarations: then it is compiled as a library.</summary>
    public static bool IsAll(CompilationUnitSyntax root) => root.Members.Count > 0
        && root.Members.All(member => member is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        && IsIn(root);

    /// <summary>The types of a text that aren't within others.</summary>
    public static IEnumerable<MemberDeclarationSyntax> Types(CompilationUnitSyntax root) => root
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>
    /// What later cells take over from a cell of declarations: its usings. A class of an earlier script would hide one that
    /// is in no namespace, so an alias hides that.
    /// </summary>
    public static CompilationUnitSyntax Usings(CompilationUnitSyntax root) => SyntaxFactory.CompilationUnit(
        root.Externs,
        [.. root.Usings, .. root.Members.Where(type => type is not BaseNamespaceDeclarationSyntax && Arity(type) == 0).SelectMany(type =>
            SyntaxFactory.ParseCompilationUnit($"using {Identifier(type)} = global::{Identifier(type)};").Usings)],
        attributeLists: default,
        members: default);

    /// <summary>
    /// The names through which other cells use what namespaces and classes hold: the namespaces, their types, and extension
    /// methods, which stand after a dot.
    /// </summary>
    public static IEnumerable<string> Names(CompilationUnitSyntax root) => root.DescendantNodes().Select(node => node switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString().Split('.')[0],
        BaseTypeDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax } type => type.Identifier.ValueText,
        DelegateDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax } type => type.Identifier.ValueText,
        MethodDeclarationSyntax { Parent: TypeDeclarationSyntax, ParameterList.Parameters: [var first, ..] } method
            when first.Modifiers.Any(SyntaxKind.ThisKeyword) => "." + method.Identifier.ValueText,
        _ => null,
    }).OfType<string>();

    /// <summary>A type's name with its namespaces, as code elsewhere calls it.</summary>
    public static string NameOf(MemberDeclarationSyntax type) => string.Join('.', type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>()
        .Select(space => space.Name.ToString()).Reverse().Append(Identifier(type)));

    /// <summary>The number of a type's parameters: C and C&lt;T&gt; are two.</summary>
    public static int Arity(MemberDeclarationSyntax type) => type switch
    {
        TypeDeclarationSyntax declared => declared.Arity,
        DelegateDeclarationSyntax declared => declared.Arity,
        _ => 0,
    };

    private static string Identifier(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.ValueText,
        DelegateDeclarationSyntax declared => declared.Identifier.ValueText,
        _ => "",
    };
}
