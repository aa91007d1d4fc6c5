/** The sheet of keys: what each does, in groups. */
import { Dialog } from "./Dialog.tsx";

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly groups: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[];
  readonly onClose: () => void;
}

/** Each row is the keys, and what they do. */
export function KeysDialog({ title, closeLabel, groups, onClose }: Props) {
  return (
    <Dialog title={title} closeLabel={closeLabel} onClose={onClose} size="wide">
      <div className="ui-keys-columns">
        {groups.map((group) => (
          <table key={group.title} className="ui-keys">
            <caption>{group.title}</caption>
            <tbody>
              {group.rows.map(([keys, what]) => (
                <tr key={keys}>
                  <th scope="row">{keys}</th>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Dialog>
  );
}
