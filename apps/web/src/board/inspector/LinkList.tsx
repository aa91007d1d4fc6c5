/** Links that open in a page of their own. The model lets none in but http and https. */
export function LinkList({ links }: { readonly links: readonly string[] }) {
  if (links.length === 0) return null;
  return (
    <ul className="board-links">
      {links.map((link) => (
        <li key={link}>
          <a href={link} target="_blank" rel="noopener noreferrer">
            {link.replace(/^https?:\/\//i, "")}
          </a>
        </li>
      ))}
    </ul>
  );
}
