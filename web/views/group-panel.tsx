import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { GroupsAnswer, GroupView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { groupColour } from '../map/colours.ts';
import { Fact } from './figure.tsx';
import { GroupFigures } from './group-figures.tsx';
import { StationShape } from './station-shape.tsx';
import type { CountyIndex } from './use-county-data.ts';

interface GroupPanelProps {
  readonly group: GroupView;
  readonly answer: GroupsAnswer;
  readonly index: CountyIndex;
  readonly select: (selection: Selection) => void;
}

/** A cooperation group: its stations, and all its figures. */
export function GroupPanel({ group, answer, index, select }: GroupPanelProps): ReactNode {
  const { messages } = useLanguage();
  const place = answer.groups.indexOf(group);
  return (
    <article>
      <h2>
        {place >= 0 ? <span className="group-mark" style={{ background: groupColour(place) }} /> : null}
        {messages.group.title(index.stationName(group.centreId))}
      </h2>
      <dl className="figures">
        <Fact name={messages.group.centre}>
          <StationLink id={group.centreId} standing="central" {...{ index, select }} />
        </Fact>
        <Fact name={messages.group.members}>
          {group.memberIds.map((id) => (
            <StationLink key={id} id={id} standing="member" {...{ index, select }} />
          ))}
        </Fact>
      </dl>
      <p className="hint">{messages.group.establishment}</p>
      <GroupFigures {...{ group, answer, index, select }} />
    </article>
  );
}

interface StationLinkProps extends Pick<GroupPanelProps, 'index' | 'select'> {
  readonly id: string;
  readonly standing: 'central' | 'member' | 'alone';
}

/** A station's name that selects it. */
export function StationLink({ id, standing, index, select }: StationLinkProps): ReactNode {
  return (
    <button type="button" className="link-button with-shape" onClick={() => select({ kind: 'station', id })}>
      <StationShape role={standing} />
      {index.stationName(id)}
    </button>
  );
}
