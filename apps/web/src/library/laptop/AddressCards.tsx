/** Whether it stays, and where it can be reached: what the browser has promised, and what this address means. */
import { HardDrive, MapPin } from "lucide-react";
import { type ReactNode, useEffect, useId, useState } from "react";
import { askToLast, guessedSpace, lasting, lookWhetherLasting } from "../../live/lasting.ts";
import { reloadsOffline } from "../../live/newVersion.ts";
import { useStore } from "../../live/store.ts";
import { Button } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";

export function AddressCards() {
  const say = useWords().laptop;
  const { host } = location;
  return (
    <div className="laptop-cards">
      <Lasting />
      <Card title={say.address.title} icon={<MapPin size={18} aria-hidden />}>
        <p>{reloadsOffline() ? say.address.secure(host) : say.address.lan(host)}</p>
      </Card>
    </div>
  );
}

function Lasting() {
  const say = useWords().laptop;
  const answer = useStore(lasting);
  const [space, setSpace] = useState<Awaited<ReturnType<typeof guessedSpace>>>();
  useEffect(() => {
    void lookWhetherLasting();
    void guessedSpace().then(setSpace);
  }, []);
  if (answer === undefined) return null;
  return (
    <Card title={say.lasting.title} icon={<HardDrive size={18} aria-hidden />}>
      <p role="status">{answer === "absent" ? say.lasting.absent(location.host) : say.lasting[answer]}</p>
      {answer === "not-asked" ? <Button onPress={() => void askToLast()}>{say.lasting.ask}</Button> : null}
      {space ? <p className="ui-hint">{say.guess(space.used, space.most)}</p> : null}
    </Card>
  );
}

interface CardProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Card({ title, icon, children }: CardProps) {
  const heading = useId();
  return (
    <section className="laptop-card" aria-labelledby={heading}>
      <h2 id={heading}>
        {icon}
        {title}
      </h2>
      {children}
    </section>
  );
}
