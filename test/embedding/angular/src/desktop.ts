import { CSP_NONCE, Component, inject, signal } from '@angular/core';
import type { Baton } from '@baton/host-kit';
import { openBaton } from './baton';
import { BatonOutlet } from './baton-outlet';

@Component({
  selector: 'app-desktop',
  imports: [BatonOutlet],
  template: `
    <h1>An Angular host</h1>
    @if (problem(); as text) {
      <p role="alert">Nobody could be signed in: {{ text }}</p>
    }
    @if (baton(); as baton) {
      <div class="places">
        <baton-outlet
          class="incoming"
          [baton]="baton"
          module="notifications"
          label="Notifications"
          [view]="incoming()"
        />
        <baton-outlet [baton]="baton" module="sms-window" label="SMS window" />
        <baton-outlet [baton]="baton" module="team-communicator" label="Team Communicator" load="later" />
      </div>
      <button type="button" (click)="incoming.set(incoming() === 'previews' ? 'messages' : 'previews')">
        Previews or messages
      </button>
      <button type="button" (click)="leave()">Leave</button>
    }
  `,
})
export class Desktop {
  protected readonly baton = signal<Baton | undefined>(undefined);
  protected readonly problem = signal('');
  protected readonly incoming = signal<'previews' | 'messages'>('previews');

  constructor() {
    openBaton(inject(CSP_NONCE)).then(
      (baton) => this.baton.set(baton),
      (problem: unknown) => this.problem.set(String(problem)),
    );
  }

  protected leave() {
    this.baton()?.close();
    this.baton.set(undefined);
  }
}
