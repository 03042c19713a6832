import type { Place } from "../place";
import { ConnectionList } from "./ConnectionList";
import { ConnectionView } from "./ConnectionView";

interface ConnectionsProps {
  place: Place;
  /** The id in the address; all of them where it has none. */
  shown: string | undefined;
  mayWrite: boolean;
}

/** The connections of a place, or all about one of them. */
export const Connections = ({ place, shown, mayWrite }: ConnectionsProps) =>
  shown === undefined ? (
    <ConnectionList place={place} mayWrite={mayWrite} />
  ) : (
    <ConnectionView key={shown} id={shown} place={place} mayWrite={mayWrite} />
  );
