import { Component, ElementRef, afterRenderEffect, computed, input, signal, untracked, viewChild } from '@angular/core';
import type { Baton } from '@baton/host-kit';
import { mountRootParcel } from 'single-spa';
import type { Parcel } from 'single-spa';

/** A place for one of Baton's modules. Baton's own cards say what happens in it; what is said here is that there is no place. */
@Component({
  selector: 'baton-outlet',
  template: `
    <div #place class="place"></div>
    @if (problem(); as text) {
      <p role="alert">{{ label() }} could not be put here: {{ text }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-block-size: 0;
    }
    .place {
      block-size: 100%;
    }
  `,
})
export class BatonOutlet {
  readonly baton = input.required<Baton>();
  readonly module = input.required<string>();
  readonly label = input.required<string>();
  readonly load = input<'now' | 'later'>('now');
  readonly view = input<string>();

  protected readonly problem = signal('');
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly placement = computed(() => ({ module: this.module(), label: this.label(), load: this.load() }));
  private readonly parcel = signal<Parcel | undefined>(undefined);

  constructor() {
    // These effects run in the browser only, and outside the zone of an application that has one.
    afterRenderEffect((onCleanup) => {
      const config = this.baton().parcel({ ...this.placement(), ...viewOf(untracked(this.view)) });
      const parcel = mountRootParcel(config, { domElement: this.place().nativeElement });
      this.parcel.set(parcel);
      // It is taken down when it stands, which is at once: a parcel on its way cannot be.
      onCleanup(() => void parcel.mountPromise.then(() => parcel.unmount()).catch(this.fail));
    });
    afterRenderEffect(() => {
      const parcel = this.parcel();
      const props = { domElement: this.place().nativeElement, ...viewOf(this.view()) };
      void parcel?.mountPromise.then(() => parcel.update?.(props)).catch(this.fail);
    });
  }

  private readonly fail = (problem: unknown) =>
    this.problem.set(problem instanceof Error ? problem.message : String(problem));
}

function viewOf(view: string | undefined): { view?: string } {
  return view === undefined ? {} : { view };
}
