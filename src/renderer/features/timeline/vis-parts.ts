/* oxlint-disable no-underscore-dangle -- names of vis' own */

// What of vis-timeline works otherwise for us. vis measures every item that comes, and draws itself several times before
// there is anything to see: each of those lays everything out. The types are of what its own leave out.

interface Redrawn {
  _redraw(): void
}
type Making<Made> = new (container: HTMLElement, items: object, groups: object, options: object) => Made
/** An item that vis places; `parent` is its lane and whether that is on screen, null while nobody knows; `dom` is null until it is drawn. */
type Ranged = {
  data: { id: string; start: number; end: number }
  parent: { dom: { foreground: HTMLElement }; isVisible: boolean | null } | null
  dom: { box: HTMLElement } | null
  conversion: { toScreen: (time: number) => number }
  options: { template: (data: object) => HTMLElement }
  displayed: boolean
  dirty: boolean
  left: number
  width: number
  height: number
}
type RangedClass = new (data: object, conversion: object, options: object) => Ranged
export type Inside = {
  Timeline: Making<Redrawn>
  timeline: {
    components: { ItemSet: { types: { range: RangedClass } }; items: { RangeItem: RangedClass } }
    TimeStep: { prototype: { scale: string; getClassName(): string } }
  }
}

/**
 * Makes it so for every timeline: a range is a mark of ours, and what stands on the axis is named by its scale alone. vis
 * names each by its date and by what is today, which is half of what drawing the axis takes, and has it styled anew whenever it moves.
 */
export function ourParts({ components, TimeStep }: Inside['timeline']): void {
  components.ItemSet.types.range = placedOnly(components.items.RangeItem)
  TimeStep.prototype.getClassName = function () {
    return `vis-${this.scale}`
  }
}

/** A timeline that draws nothing before `begin`, and then all that it was given at once. */
export function drawnWhenTold(Base: Making<Redrawn>): Making<Redrawn & { begin(): void }> {
  return class extends Base {
    begun = false
    begin() {
      this.begun = true
      super._redraw()
    }
    // Called by the constructor of vis already, when the field does not exist.
    override _redraw() {
      if (this.begun) super._redraw()
    }
  }
}

/**
 * A range whose box has no height and holds one element that stands where it wants to: vis moves and stretches the box
 * with the time, and there is nothing in it to measure.
 */
function placedOnly(Base: RangedClass): RangedClass {
  return class extends Base {
    redraw(queued?: boolean) {
      const draw = () => this.draw()
      // vis asks for steps that it takes with all items in turn.
      if (queued) return [draw]
      return draw()
    }
    /** Asked of whatever comes; lanes draw what they hold when they come on screen. */
    show() {
      if (!this.displayed && this.parent?.isVisible !== false) this.draw()
    }
    draw() {
      if (!this.dom) {
        const box = document.createElement('div')
        box.className = 'vis-item vis-range'
        // By this vis knows what was pressed.
        Object.assign(box, { 'vis-item': this })
        this.dom = { box }
      }
      const { box } = this.dom
      if (this.dirty) {
        const content = this.options.template(this.data)
        if (box.firstChild !== content) box.replaceChildren(content)
      }
      this.height = 0
      this.dirty = false
      if (!box.parentNode) this.parent?.dom.foreground.append(box)
      this.displayed = true
    }
    repositionX() {
      const { data: { start, end }, conversion: { toScreen }, dom } = this
      this.left = toScreen(start)
      // Thousandths of a pixel, for what is left over of the reckoning.
      this.width = Math.max(1, Math.round((toScreen(end) - this.left) * 1000) / 1000)
      if (!dom) return
      dom.box.style.transform = `translateX(${this.left}px)`
      dom.box.style.width = `${this.width}px`
    }
    /** Rows are told by the element itself. */
    repositionY() {}
  }
}
