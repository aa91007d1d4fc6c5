/** How people would measure it: typed as they say it, read as numbers with an operator and a unit, or refused with a hint. */
import { type Metric, printMetrics, readMetrics } from "@sameside/model";
import { useWords } from "../../words/words.ts";
import { CheckedField } from "./CheckedField.tsx";

interface Props {
  readonly label: string;
  /** As it was typed. */
  readonly value: string;
  /** As it reads. */
  readonly metrics: readonly Metric[];
  readonly onCommit: (text: string) => boolean;
  readonly onLost: (text: string) => void;
  readonly isReadOnly: boolean;
}

export function MetricsField({ metrics, ...field }: Props) {
  const say = useWords().inspector;
  return (
    <div className="board-metrics">
      <CheckedField
        {...field}
        placeholder={say.metricsPlaceholder}
        check={(text) => {
          const read = readMetrics(text);
          return read.ok ? undefined : say.metricHints[read.hint](read.part);
        }}
      />
      {metrics.length > 0 ? (
        <ul aria-label={say.metricsRead}>
          {metrics.map((metric) => {
            const printed = printMetrics([metric]);
            return (
              <li key={printed} className="ui-chip">
                {printed}
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
