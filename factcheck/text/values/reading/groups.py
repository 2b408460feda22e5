"""Tables of words that exclude each other, for what a figure or a date is of."""

# Each line is a group; what stands between bars excludes each other.
GROUPS = """
    unemployment unemployed jobless joblessness arbeitslosigkeit arbeitslosenquote
        arbeitslose chômage chômeurs desempleo paro | inflation cpi prices price teuerung
        prix precios inflación | growth gdp economy economic grew wachstum bip croissance
        pib crecimiento | turnout wahlbeteiligung | approval | wage wages pay salary
        salaries löhne lohn salaires salario salarios | deficit | debt schulden dette deuda
        | surplus | interest mortgage | poverty armut pauvreté pobreza | productivity |
        vaccination vaccinated | literacy | crime homicide homicides murder murders |
        obesity | rent rents mieten
    dead died die dies killed kill kills death deaths fatalities toll perished tote toten
        todesopfer getötet starben morts morte mortes tué tuée tuées tués décès muertos muertas
        fallecidos fallecidas | injured wounded
        hurt injuries verletzte verletzten verletzt blessés blessé blessée blessées heridos heridas
        | missing vermisste
        disparus desaparecidos | arrested detained festgenommen arrêtés detenidos |
        displaced evacuated fled homeless | infected infections | hospitalised hospitalized
        hospitalisations hospitalizations stays
        | survived survivors rescued saved recovered
    revenue revenues sales turnover gross grossed box-office takings umsatz ventas | profit profits
        earnings gewinn bénéfice
        beneficios | loss losses verlust pertes pérdidas | cost costs budget spending spent
        expenditure kosten ausgaben dépenses gastos | valuation valued | debt debts |
        deficit | taxes | fine fined | salary salaries | investment invested invest |
        aid | exports | imports | donations donated | wages | fees | subsidies | assets |
        savings | damages compensation settlement
    men male males boys man männer hommes hombres | women female females girls woman frauen
        femmes mujeres
    import imports imported importe | export exports exported exporte
    average mean median averaged typical durchschnittlich durchschnitt moyenne promedio |
        top maximum max peak highest höchstgeschwindigkeit maximale máxima máximo | minimum
        lowest
    annual annually yearly jährlich annuel anual | monthly monatlich mensuel mensual |
        weekly wöchentlich | daily täglich | hourly | quarterly quarter | total cumulative
        altogether insgesamt
    rural | urban
    public | private
    gross brutto | net netto
    nominal | inflation-adjusted
    adults adult erwachsene | children child minors teenagers kinder enfants niños |
        pensioners elderly seniors rentner | teachers | students pupils | doctors | nurses
    democrats democratic democrat | republicans republican
    approve approved approves | disapprove disapproved disapproves disapproval
    support supported supports favor favour favors favours for | oppose opposed opposes
        against
    won win wins victory | lost lose loses defeat defeated
    births born birth | deaths died death
    earned earns earn gained received | lost loses lose | owed owes owe | spent spends |
        stole stolen | borrowed borrows | donated donates
    oil | gas | coal | wheat | corn | gold | copper
    solar | wind | nuclear
    order ordered orders | operate operates operated operating | deliver delivered deliveries
    north northern | south southern | east eastern | west western
    recalled recall recalls | sold
    moved arrived joined | left quit
    petrol gasoline | diesel | kerosene
    capacity seats seating seated | attendance attended crowd spectators attendances
    album albums | single singles song songs
    soldiers soldier troops | civilians civilian
    drivers | pedestrians | cyclists
    departures | arrivals
    assets | liabilities | deposits | loans
    tanks | missiles | drones | aircraft jets planes | shells
"""
# What happens on a day; of two such words one alone is meant.
EVENTS = """
    arrive arrives arrived arrival arriving reached | depart departs departed departure
        leave leaves left leaving | return returned returns
    born birth | died dies death dead killed | married wed wedding
    begin begins began begun start starts started opened opens | end ends ended close closed
        closes finished finishes concluded
    elected | inaugurated sworn
    founded established | dissolved | bankrupt | incorporated
    signed | ratified
    arrested | charged | convicted | sentenced | released | acquitted
    announced | launched
    invaded | withdrew withdrawn
    married | divorced
    resigned | appointed
"""
# What happens on a day, roughly: two dates that differ are those of one event only where a line
# has the words of both.
CLASSES = """
    born birth birthday
    died dies death dead killed kills killing
    married wed wedding marry marriage
    divorced divorce separated
    founded established formed created opened
    incorporated
    began begins begin started starts start opened opens opening inaugurated launched commenced
        broke struck invaded
    ended ends end closed closes finished concluded surrendered ceasefire expired
    arrested detained custody
    charged indicted accused
    convicted guilty
    sentenced jailed imprisoned
    freed released acquitted
    released published premiered issued aired appeared launched
    elected won election chosen
    inaugurated sworn office crowned
    appointed named nominated hired joined became
    resigned quit retired fired dismissed left sacked
    announced unveiled presented introduced
    signed
    approved passed adopted ratified cleared authorised authorized voted
    launched launch fired
    landed returned arrived reached
    left departed sailed departs leaves leaving left
    sank sunk sinking collapsed crashed crash collapse
    awarded won received
    bought acquired sold purchased takeover
    built completed construction erected finished
    discovered found identified
    invaded attacked struck hit bombed strikes struck attack
    effective force
    trial hearing testified
    joined
    met meets meeting summit talks
    tested trial
    destroyed burned demolished razed torn
    wrote written composed painted filmed
    renovated restored rebuilt
    graduated
    repealed abolished scrapped revoked
    transplanted operated surgery
"""
